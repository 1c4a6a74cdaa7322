import { expect, it } from '@jest/globals';
import { staleness } from '../../../lib/eds/ocsp/freshness.ts';

const noon = Date.UTC(2026, 10, 10, 12);
/** Seconds after noon; `parts` of a second in milliseconds. */
const second = (number: number, parts = 0) => new Date(noon + number * 1000 + parts);
const rules = { at: second(1000), time: second(0), clockSkew: 300, lifetime: 3600 };

it('takes an answer that is ahead of the clock by the skew, and none that is further ahead', () => {
  expect(staleness({ thisUpdate: second(1300) }, rules)).toBeUndefined();
  expect(staleness({ thisUpdate: second(1300, 1) }, rules)).toBe('ocsp-from-future');
});

it('lets an answer from before speak until its nextUpdate, that moment included', () => {
  const issued = { thisUpdate: second(-10_000) };
  expect(staleness({ ...issued, nextUpdate: second(0) }, rules)).toBeUndefined();
  expect(staleness({ ...issued, nextUpdate: second(0, -1) }, rules)).toBe('ocsp-stale');
});

it('lets an answer without nextUpdate speak for its lifetime', () => {
  expect(staleness({ thisUpdate: second(-3600) }, rules)).toBeUndefined();
  expect(staleness({ thisUpdate: second(-3600, -1) }, rules)).toBe('ocsp-stale');
});

it('lets an answer made at the time or after it speak, whatever it promises', () => {
  const nextUpdate = second(-1);
  expect(staleness({ thisUpdate: second(0), nextUpdate }, rules)).toBeUndefined();
  expect(staleness({ thisUpdate: second(5), nextUpdate }, rules)).toBeUndefined();
  expect(staleness({ thisUpdate: second(-2), nextUpdate }, rules)).toBe('ocsp-stale');
});
