import type { Bilingual } from '../../domain/language/bilingual.ts';
import { describeCheck, type Language } from '../../eds/texts.ts';
import type { EdsReport } from '../../eds/report.ts';

/** The largest number of sentences in an answer, and of characters in one. */
const SENTENCES = 6;
const LETTERS = 160;

/**
 * Why a signature did not pass: each check that failed, or if none failed, each that could not be made; once and in
 * words.
 */
export function sayWhy({ checks, signers }: EdsReport): Bilingual {
  const all = [...signers.flatMap((signer) => signer.checks), ...checks];
  const failed = all.filter(({ status }) => status === 'failed');
  const telling = failed.length > 0 ? failed : all.filter(({ status }) => status === 'indeterminate');
  const say = (language: Language) =>
    [...new Set(telling.map((check) => describeCheck(check, language)))]
      .slice(0, SENTENCES)
      .map((sentence) => `${sentence.slice(0, LETTERS)}.`)
      .join(' ');
  return { kk: say('kk'), ru: say('ru') };
}
