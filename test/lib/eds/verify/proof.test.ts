import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { endingWithin } from '../../../../lib/eds/extend/ending.ts';
import { prolong, provenBy, type Later, type Life } from '../../../../lib/eds/verify/proof.ts';

const year = (number: number) => new Date(Date.UTC(number, 0, 1));
const life = (until: number): Life => ({
  counts: year(until),
  ends: { until: year(until), endsBy: 'tsa-certificate', restsOn: 'timestamp' },
});
const later = (at: number, until: number): Later => ({ at: year(at), life: life(until) });

describe('the life of a proof', () => {
  it('is prolonged by a timestamp that was made before it ended, and by no other', () => {
    expect(prolong(life(2031), []).counts).toEqual(year(2031));
    expect(prolong(life(2031), [later(2031, 2036)]).counts).toEqual(year(2036));
    expect(prolong(life(2031), [later(2032, 2036)]).counts).toEqual(year(2031));
    expect(prolong(life(2031), [later(2030, 2036), later(2029, 2040)]).ends.until).toEqual(year(2040));
  });

  it('never becomes shorter by it', () => {
    const years = fc.integer({ min: 2026, max: 2060 });
    const timestamps = fc.array(
      fc.tuple(years, years).map(([at, until]) => later(at, until)),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(years, timestamps, (until, covering) => {
        const whole = prolong(life(until), covering);
        return (
          whole.counts >= year(until) &&
          covering.every((_, place) => prolong(life(until), covering.slice(0, place)).counts <= whole.counts)
        );
      }),
    );
  });

  it('is proved to have begun by the earliest timestamp that still counts', () => {
    const all = [later(2029, 2032), later(2031, 2040), later(2033, 2040)];
    expect(provenBy(all, year(2031))).toEqual(year(2029));
    expect(provenBy(all, year(2035))).toEqual(year(2031));
    expect(provenBy(all, year(2041))).toBeUndefined();
  });
});

it('names the proofs that end within so many days, the first to end first', () => {
  const proofs = [2030, 2027, 2026, 2028].map((each) => ({ id: each, until: year(each).toISOString() }));
  const named = (days: number) => endingWithin(proofs, new Date('2026-12-31T00:00:00Z'), days).map(({ id }) => id);
  expect(named(0)).toEqual([2026]);
  expect(named(1)).toEqual([2026]);
  expect(named(2)).toEqual([2026, 2027]);
  expect(named(367)).toEqual([2026, 2027, 2028]);
});
