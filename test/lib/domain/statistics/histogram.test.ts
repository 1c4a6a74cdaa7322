import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bucketOf, BUCKETS, edges, medianOf, noTimes } from '../../../../lib/domain/statistics/histogram.ts';

const histogramOf = (minutes: readonly number[]) => {
  const times = [...noTimes];
  for (const each of minutes) times[bucketOf(each)]! += 1;
  return times;
};

it('has rising edges, and a bucket for everything above', () => {
  expect(edges).toEqual([...new Set(edges)].toSorted((a, b) => a - b));
  expect([bucketOf(0), bucketOf(15), bucketOf(16), bucketOf(1_000_000)]).toEqual([0, 0, 1, BUCKETS - 1]);
});

it('has no median of nothing', () => expect(medianOf(noTimes, 0)).toBeUndefined());

it('never says less than the true median, nor more than the edge above it and the longest', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 200_000 }), { minLength: 1 }), (minutes) => {
      const sorted = minutes.toSorted((a, b) => a - b);
      const [middle, longest] = [sorted[Math.ceil(sorted.length / 2) - 1]!, sorted.at(-1)!];
      const said = medianOf(histogramOf(minutes), longest)!;
      expect(said).toBeGreaterThanOrEqual(middle);
      expect(said).toBeLessThanOrEqual(Math.min(edges[bucketOf(middle)] ?? longest, longest));
    }),
  );
});
