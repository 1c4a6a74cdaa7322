import type { Counts } from './counts.ts';
import { medianOf } from './histogram.ts';

/** Counts as people read them: refusals by ground, and the two working times instead of the histogram. */
export interface CountedFigures extends Pick<
  Counts,
  'received' | 'issued' | 'refused' | 'left' | 'withdrawn' | 'turnedAway' | 'takenBack' | 'overdue'
> {
  /** The most frequent first; without a ground: refused in the officer's own words. */
  readonly grounds: readonly { readonly ground?: string; readonly refused: number }[];
  /** Working minutes; absent where nothing ended. */
  readonly medianMinutes?: number;
  readonly longestMinutes?: number;
}

export function countedFigures({ grounds, times, longest, ...counted }: Counts): CountedFigures {
  const median = medianOf(times, longest);
  return {
    ...counted,
    grounds: Object.entries(grounds)
      .toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
      .map(([ground, refused]) => ({ ...(ground !== '' && { ground }), refused })),
    ...(median !== undefined && { medianMinutes: median, longestMinutes: longest }),
  };
}
