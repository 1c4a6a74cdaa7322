/** Minutes of an eight-hour day, which departments keep. */
const DAY = 480;
const days = (...all: readonly number[]) => all.map((day) => day * DAY);

/**
 * The upper edges of the buckets in working minutes, the edge included; a last bucket holds everything above. Items keep a number
 * for each, so a change of the edges makes all items unreadable until they are counted anew.
 */
export const edges: readonly number[] = [
  ...[15, 30, 60, 120, 240],
  ...days(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 20, 25, 30, 40, 50, 60, 90, 120, 250),
];
export const BUCKETS = edges.length + 1;

/** How many requests took how long: a number for each bucket. */
export type Histogram = readonly number[];

export const noTimes: Histogram = Array.from({ length: BUCKETS }, () => 0);

export function bucketOf(minutes: number): number {
  const index = edges.findIndex((edge) => minutes <= edge);
  return index < 0 ? edges.length : index;
}

/**
 * The median of what a histogram counts, in working minutes: the upper edge of the bucket in which the middle one lies, so half of
 * them took no longer. Never above the longest. Undefined of nothing.
 */
export function medianOf(times: Histogram, longest: number): number | undefined {
  const all = times.reduce((sum, each) => sum + each, 0);
  if (all === 0) return undefined;
  let counted = 0;
  const index = times.findIndex((each) => (counted += each) * 2 >= all);
  return Math.min(edges[index] ?? longest, longest);
}
