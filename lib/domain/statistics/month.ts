import { dayFromIso } from '../calendar/day.ts';
import { instantOf } from '../calendar/zone.ts';
import { dayOf } from '../language/dates.ts';

/** A calendar month in Kazakhstan, which has one zone: `2026-11`. */
export type Month = string;

const ZONE = 'Asia/Almaty';
export const MONTH = /^20\d\d-(?:0[1-9]|1[0-2])$/;

/** The month in which an instant lies. */
export const monthOf = (instant: string): Month => dayOf(instant, ZONE).slice(0, 7);

/** Months since year 0, for reckoning. */
const numberOf = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

/** The month that many months later; earlier with a negative number. */
export function monthAfter(month: Month, by: number): Month {
  const number = numberOf(month) + by;
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** How many months a period has, both ends included; below 1 if it ends before it begins. */
export const monthsIn = (since: Month, until: Month): number => numberOf(until) - numberOf(since) + 1;

/** The first instant of a month, ISO. */
export const startOf = (month: Month): string => new Date(instantOf(dayFromIso(`${month}-01`), 0, ZONE)).toISOString();
