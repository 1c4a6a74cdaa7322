import type { CorrectionWay } from '../../../../lib/domain/correction/rules.ts';
import { after, accepted } from './example.ts';
import { deliver, signedAnswer } from './queue-example.ts';

/** Issued twenty minutes after the start of the example. */
export const issued = () => deliver(accepted(), {}, 19);

/** The head's word about it, at that minute; each `word` is another one. */
export const correction = (way: CorrectionWay, minute = 30, word = '22') => ({
  ...{ way, ground: 'slip' as const, text: 'Ошибка в фамилии Ахметова.', due: { dueAt: after(900).toISOString() } },
  signed: { ...signedAnswer(after(minute)), by: 'head', contentSha256: word.repeat(32) },
});
