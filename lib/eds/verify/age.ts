import { isoTime } from '../iso-time.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Check } from '../report.ts';
import { check, passed } from './check.ts';
import type { Life } from './proof.ts';

/** Something that was signed, and the time by which it has to be shown: that of a timestamp that covers it, or the present. */
export interface Aging {
  readonly of: 'signature' | 'timestamp' | 'archive-timestamp';
  readonly life: Life;
  readonly at: Date;
}

/** Whether the algorithms behind each were still recommended then (`algorithms/lifetimes.ts`). The profile says whether an old one is refused. */
export function checkAge(all: readonly Aging[], { agedAlgorithms }: Profile): readonly Check[] {
  const aged = all.flatMap(({ of, life, at }) =>
    life.aged !== undefined && life.aged.until < at
      ? check('algorithm-age', agedAlgorithms === 'refuse' ? 'failed' : 'warning', {
          problem: 'algorithm-aged',
          detail: { of, algorithm: life.aged.algorithm, until: isoTime(life.aged.until) },
        })
      : [],
  );
  return aged.length > 0 ? aged : [passed('algorithm-age')];
}
