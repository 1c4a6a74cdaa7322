import { expect, it } from '@jest/globals';
import { waitedMinutes } from '../../../../lib/adapters/dynamo/due-items.ts';

const now = new Date('2026-11-28T10:00:00Z');
const at = (time: string, attempts: number) =>
  waitedMinutes({ at: `2026-11-28T${time}:00.000Z#${attempts}`, attempts }, now);

it('an item has waited since it was first due, although each attempt moved its time', () => {
  expect([at('10:00', 0), at('09:45', 0), at('10:00', 1), at('10:00', 4), at('09:59', 4)]).toEqual([0, 15, 1, 15, 16]);
});

it('an item that is not due has not waited', () => {
  expect(at('11:00', 0)).toBe(0);
});
