import { expect, it } from '@jest/globals';
import { departmentIn, workingTimeLeft } from '../../../../lib/domain/calendar/calendar.ts';

const office = departmentIn('Asia/Almaty');
/** Local time, UTC+5; open 09:00–13:00 and 14:30–18:30. */
const at = (local: string) => new Date(`${local}:00+05:00`);

it.each([
  ['minutes of one morning', '2026-11-30T09:07', '2026-11-30T09:21', 'PT14M'],
  ['nothing runs at night and on a Sunday', '2026-11-29T01:54', '2026-11-30T09:21', 'PT21M'],
  ['nor in the break', '2026-11-30T12:00', '2026-11-30T15:00', 'PT1H30M'],
  ['hours alone', '2026-11-30T16:30', '2026-11-30T18:30', 'PT2H'],
  ['a whole day is a day', '2026-11-30T09:00', '2026-11-30T18:30', 'P1D'],
  ['days, hours and minutes', '2026-11-30T15:25', '2026-12-02T18:30', 'P2DT3H5M'],
  ['a weekend is no time, and a holiday neither', '2026-12-15T18:30', '2026-12-18T09:05', 'P1DT5M'],
  ['seconds that are left are no minute', '2026-11-30T09:20', '2026-11-30T09:20', 'PT0M'],
  ['what has passed has passed', '2026-11-30T09:21', '2026-11-27T09:21', 'PT0M'],
] as const)('%s', (_, now, due, left) => {
  expect(workingTimeLeft(at(now), at(due), office)).toBe(left);
});

it('never says more than is left', () => {
  expect(workingTimeLeft(new Date(at('2026-11-30T09:20').getTime() + 1), at('2026-11-30T09:21'), office)).toBe('PT0M');
});
