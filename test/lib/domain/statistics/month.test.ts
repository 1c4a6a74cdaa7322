import { expect, it } from '@jest/globals';
import { monthAfter, monthOf, monthsIn, startOf } from '../../../../lib/domain/statistics/month.ts';

it('begins a month at midnight in Kazakhstan, and puts each instant into one', () => {
  expect(startOf('2026-12')).toBe('2026-11-30T19:00:00.000Z');
  expect(monthOf('2026-11-30T18:59:59.999Z')).toBe('2026-11');
  expect(monthOf('2026-11-30T19:00:00.000Z')).toBe('2026-12');
});

it('reckons over new years', () => {
  expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1), monthAfter('2026-11', -35)]).toEqual([
    '2027-01',
    '2025-12',
    '2023-12',
  ]);
  expect([monthsIn('2023-12', '2026-11'), monthsIn('2026-11', '2026-10')]).toEqual([36, 0]);
});
