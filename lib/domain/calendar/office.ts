import type { Day } from './day.ts';
import { kazakhstan, type WorkingDays } from './working-days.ts';
import { instantOf, localOf, type Zone } from './zone.ts';

const minute = 60_000;

/** When an office is open: minutes since midnight, local time. */
export interface OfficeHours {
  readonly open: number;
  readonly close: number;
  readonly pause?: { readonly from: number; readonly to: number };
  /** Six-day week, as service centres keep it. */
  readonly saturday?: boolean;
}

/** An office as the calendar sees it. */
export interface Office {
  readonly zone: Zone;
  readonly hours: OfficeHours;
  readonly workingDays: WorkingDays;
}

/** 09:00–18:30 with a break 13:00–14:30, the hours of the standard No 394 for departments of employment. */
export const departmentHours: OfficeHours = { open: 540, close: 1110, pause: { from: 780, to: 870 } };

/** A department in a zone, under the reviewed calendar. */
export const departmentIn = (zone: Zone): Office => ({ zone, hours: departmentHours, workingDays: kazakhstan });

/** Half-open interval of instants, milliseconds since the epoch. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Minutes that the office is open on a day. */
export const dayLength = ({ hours: { open, close, pause } }: Office): number =>
  close - open - (pause ? pause.to - pause.from : 0);

export const isOpenOn = ({ hours, workingDays }: Office, day: Day): boolean =>
  workingDays.isWorking(day) || (hours.saturday === true && (day + 3) % 7 === 5 && !workingDays.isFree(day));

/** The office's open intervals on a local day: none, one, or two around its break. */
export function openIntervals(office: Office, day: Day): Interval[] {
  if (!isOpenOn(office, day)) return [];
  const { open, close, pause } = office.hours;
  const parts = pause
    ? [
        [open, pause.from],
        [pause.to, close],
      ]
    : [[open, close]];
  return parts.map(([from = 0, to = 0]) => ({
    from: instantOf(day, from * minute, office.zone),
    to: instantOf(day, to * minute, office.zone),
  }));
}

/** The instant at which the office opens or closes on a local day. */
export const openingOn = ({ zone, hours }: Office, day: Day): number => instantOf(day, hours.open * minute, zone);
export const closingOn = ({ zone, hours }: Office, day: Day): number => instantOf(day, hours.close * minute, zone);

/** Open intervals from an instant on, in order, without end; the first begins at the instant when the office is open. */
export function* openFrom(office: Office, instant: number): Generator<Interval, never> {
  for (let { day } = localOf(instant, office.zone); ; day += 1)
    for (const { from, to } of openIntervals(office, day))
      if (to > instant) yield { from: Math.max(from, instant), to };
}
