import { expect, it } from '@jest/globals';
import { staleness } from '../../../../lib/eds/ocsp/freshness.ts';

const noon = Date.UTC(2026, 10, 10, 12);
/** Seconds after noon; `parts` of a second in milliseconds. */
const second = (number: number, parts = 0) => new Date(noon + number * 1000 + parts);
const rules = { at: second(1000), time: second(0), clockSkew: 300, lifetime: 3600, embeddedWindow: 300 };

it('accepts an earlier answer until its nextUpdate, inclusive', () => {
  const issued = { thisUpdate: second(-10_000) };
  expect(staleness({ ...issued, nextUpdate: second(0) }, false, rules)).toBeUndefined();
  expect(staleness({ ...issued, nextUpdate: second(0, -1) }, false, rules)).toBe('ocsp-stale');
});

it('accepts an answer without nextUpdate for its lifetime', () => {
  expect(staleness({ thisUpdate: second(-3600) }, false, rules)).toBeUndefined();
  expect(staleness({ thisUpdate: second(-3600, -1) }, false, rules)).toBe('ocsp-stale');
});

it('accepts an answer made at the time or later, whatever its nextUpdate', () => {
  const nextUpdate = second(-1);
  expect(staleness({ thisUpdate: second(0), nextUpdate }, false, rules)).toBeUndefined();
  expect(staleness({ thisUpdate: second(5), nextUpdate }, false, rules)).toBeUndefined();
  expect(staleness({ thisUpdate: second(-2), nextUpdate }, false, rules)).toBe('ocsp-stale');
});

it('accepts an answer that came with the signature only within the window before and after, whatever its nextUpdate', () => {
  const nextUpdate = second(100_000);
  for (const far of [-300, 0, 300])
    expect(staleness({ thisUpdate: second(far), nextUpdate }, true, rules)).toBeUndefined();
  for (const [far, parts] of [
    [-300, -1],
    [300, 1],
  ] as const)
    expect(staleness({ thisUpdate: second(far, parts), nextUpdate }, true, rules)).toBe('ocsp-outside-window');
});
