import * as z from 'zod';
import { dayFromIso, weekdayOf, yearOf, type Day } from './day.ts';
import reviewed from './kazakhstan.json' with { type: 'json' };

const Data = z.object({
  reviewed: z.object({ from: z.int(), to: z.int() }),
  holidays: z.array(z.object({ day: z.string(), from: z.int().optional(), until: z.int().optional() })),
  rest: z.array(z.object({ day: z.string() })),
  kurbanAit: z.array(z.object({ date: z.iso.date() })),
  moved: z.array(z.object({ from: z.iso.date(), to: z.iso.date() })),
});
export type CalendarData = z.infer<typeof Data>;

/** Which days are working days in a five-day week. */
export interface WorkingDays {
  readonly isWorking: (day: Day) => boolean;
  /** A holiday or a day of rest by law, whatever its weekday; a six-day office is closed then too. */
  readonly isFree: (day: Day) => boolean;
  /** The last day that people have reviewed. Nobody knows yet when Kurban Ait is after it, or which days are moved. */
  readonly lastReviewed: Day;
}

/**
 * The working days by the law on holidays. Saturdays and Sundays are free. A holiday that falls on one makes the next
 * working day free, except Christmas and Kurban Ait. The Government moves days of rest. Years after the reviewed ones
 * follow the same rules, without Kurban Ait and moved days, which nobody knows yet.
 */
export function workingDays(data: CalendarData): WorkingDays {
  const years = new Map<number, ReadonlySet<Day>>();
  const moved = new Map(
    data.moved.flatMap(({ from, to }) => [[dayFromIso(from), true] as const, [dayFromIso(to), false] as const]),
  );
  const freeIn = (year: number): ReadonlySet<Day> => {
    const known = years.get(year) ?? freeDays(data, year);
    years.set(year, known);
    return known;
  };
  const isFree = (day: Day) => moved.get(day) === false || (!moved.has(day) && freeIn(yearOf(day)).has(day));
  return {
    lastReviewed: dayFromIso(`${data.reviewed.to}-12-31`),
    isFree,
    isWorking: (day) => moved.get(day) ?? (weekdayOf(day) < 6 && !freeIn(yearOf(day)).has(day)),
  };
}

function freeDays({ holidays, rest, kurbanAit }: CalendarData, year: number): ReadonlySet<Day> {
  const inYear = ({ from = 0, until = 9999 }: { from?: number | undefined; until?: number | undefined }) =>
    from <= year && year <= until;
  const named = holidays
    .filter(inYear)
    .map(({ day }) => dayFromIso(`${year}-${day}`))
    .sort((one, other) => one - other);
  const resting = [
    ...rest.map(({ day }) => dayFromIso(`${year}-${day}`)),
    ...kurbanAit.map(({ date }) => dayFromIso(date)).filter((day) => yearOf(day) === year),
  ];
  const free = new Set([...named, ...resting]);
  for (const holiday of named.filter((day) => weekdayOf(day) > 5)) {
    let next = holiday + 1;
    while (weekdayOf(next) > 5 || free.has(next)) next += 1;
    free.add(next);
  }
  return free;
}

export const kazakhstanData: CalendarData = Data.parse(reviewed);
export const kazakhstan: WorkingDays = workingDays(kazakhstanData);
