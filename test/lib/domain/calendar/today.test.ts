import { expect, it } from '@jest/globals';
import { endOfToday } from '../../../../lib/domain/calendar/today.ts';

it.each([
  ['2026-11-30T09:00:00.000Z', '2026-11-30T19:00:00.000Z'],
  ['2026-11-30T18:59:59.999Z', '2026-11-30T19:00:00.000Z'],
  ['2026-11-30T19:00:00.000Z', '2026-12-01T19:00:00.000Z'],
])('the day of %s ends at %s, which is midnight of UTC+5', (now, end) => {
  expect(endOfToday(new Date(now)).toISOString()).toBe(end);
});
