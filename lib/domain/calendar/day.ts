/** A calendar day as the number of days since 1970-01-01; arithmetic on days is arithmetic on these. */
export type Day = number;

const length = 86_400_000;

export const dayFromIso = (iso: string): Day => Date.parse(`${iso}T00:00:00Z`) / length;
export const isoFromDay = (day: Day): string => new Date(day * length).toISOString().slice(0, 10);
export const yearOf = (day: Day): number => new Date(day * length).getUTCFullYear();
/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The same day of the month, months later; the month's last day where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(day * length);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  return first / length + Math.min(date.getUTCDate(), last) - 1;
}
