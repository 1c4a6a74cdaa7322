import { addMonths, type Day } from './day.ts';
import { closingOn, openFrom, type Interval, type Office } from './office.ts';
import { localOf } from './zone.ts';

export type Unit = 'second' | 'minute' | 'hour' | 'day' | 'business_day' | 'calendar_day' | 'month';

/** An amount of one of the three clocks: time within office hours, working days, calendar days and months. */
export interface Span {
  readonly value: number;
  readonly unit: Unit;
}

const milliseconds = { second: 1000, minute: 60_000, hour: 3_600_000 } as const;

/**
 * When a term that begins at `start` ends; always within office hours.
 *
 * - Seconds, minutes and hours run only while the office is open.
 * - Working days: "день приёма и день выдачи не входят" — the day of `start` does not count; the term ends with the
 *   office's day on the last counted one, and what is issued is issued on the next.
 * - Calendar days (and "days" of no stated kind) and months: the day of `start` does not count; an end on a free day
 *   moves to the next working day (Civil Code, article 175).
 *
 * @param suspensions intervals during which the clock stands still; a day that one touches does not count
 */
export function dueAt(start: Date, term: Span, office: Office, suspensions: readonly Interval[] = []): Date {
  switch (term.unit) {
    case 'second':
    case 'minute':
    case 'hour':
      return new Date(elapse(start.getTime(), term.value * milliseconds[term.unit], office, suspensions));
    default:
      return new Date(closingOn(office, lastDay(localOf(start.getTime(), office.zone).day, term, office, suspensions)));
  }
}

/** When terms that follow one another end. */
export const dueAfter = (start: Date, terms: readonly Span[], office: Office): Date =>
  terms.reduce((end, term) => dueAt(end, term, office), start);

/** Office time elapsed from one instant to a later one, in minutes (fractions included). */
export function workingMinutesBetween(
  start: Date,
  end: Date,
  office: Office,
  suspensions: readonly Interval[] = [],
): number {
  let sum = 0;
  for (const { from, to } of running(office, start.getTime(), suspensions)) {
    if (from >= end.getTime()) break;
    sum += Math.min(to, end.getTime()) - from;
  }
  return sum / 60_000;
}

function elapse(start: number, length: number, office: Office, suspensions: readonly Interval[]): number {
  let left = length;
  for (const { from, to } of running(office, start, suspensions)) {
    if (from + left <= to) return from + left;
    left -= to - from;
  }
  throw new Error('office time is endless');
}

/** Open intervals minus the suspended ones. */
function* running(office: Office, start: number, suspensions: readonly Interval[]): Generator<Interval> {
  for (const open of openFrom(office, start)) yield* without(open, suspensions);
}

function without(open: Interval, suspensions: readonly Interval[]): Interval[] {
  return suspensions.reduce<Interval[]>(
    (parts, { from, to }) =>
      parts
        .flatMap((part) => [
          { from: part.from, to: Math.min(part.to, from) },
          { from: Math.max(part.from, to), to: part.to },
        ])
        .filter((part) => part.to > part.from),
    [open],
  );
}

function lastDay(start: Day, { value, unit }: Span, office: Office, suspensions: readonly Interval[]): Day {
  const { isWorking } = office.workingDays;
  const suspended = suspensions.map(({ from, to }) => ({
    from: localOf(from, office.zone).day,
    to: localOf(to - 1, office.zone).day,
  }));
  const stands = (day: Day) => suspended.some(({ from, to }) => from <= day && day <= to);
  const counts = (day: Day) => (unit !== 'business_day' || isWorking(day)) && !stands(day);

  let left = unit === 'month' ? addMonths(start, value) - start : value;
  let day = start;
  while (left > 0) {
    day += 1;
    if (counts(day)) left -= 1;
  }
  while (!isWorking(day) || stands(day)) day += 1;
  return day;
}
