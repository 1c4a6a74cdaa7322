import { kazakhstanData } from '../../../../lib/domain/calendar/working-days.ts';

/**
 * The calendar a second time, slow and simple: day by day and minute by minute on local date strings, zones by Intl,
 * holidays by a plain list for each year. It shares only the reviewed data with the module that it checks.
 */
const iso = (date: Date) => date.toISOString().slice(0, 10);
const next = (day: string) => iso(new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000));
const weekend = (day: string) => [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());

const free = new Set<string>();
for (let year = 2010; year <= 2040; year += 1) {
  const holidays = kazakhstanData.holidays
    .filter(({ from = 0, until = 9999 }) => from <= year && year <= until)
    .map(({ day }) => `${year}-${day}`);
  const resting = [
    `${year}-01-07`,
    ...kazakhstanData.kurbanAit.map(({ date }) => date).filter((d) => d.startsWith(`${year}`)),
  ];
  const off = new Set([...holidays, ...resting]);
  for (const holiday of holidays.toSorted((one, other) => one.localeCompare(other)))
    if (weekend(holiday)) {
      let moved = next(holiday);
      while (weekend(moved) || off.has(moved)) moved = next(moved);
      off.add(moved);
    }
  for (const day of off) free.add(day);
}
const worked = new Set<string>();
for (const { from, to } of kazakhstanData.moved) {
  worked.add(from);
  free.add(to);
}

export const naiveIsWorking = (day: string): boolean => worked.has(day) || (!weekend(day) && !free.has(day));

const formats = new Map<string, Intl.DateTimeFormat>();
export function naiveLocal(instant: number, zone: string): { day: string; minute: number } {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-CA', {
      ...{ timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    });
  formats.set(zone, format);
  const [day = '', time = ''] = format.format(new Date(instant)).split(', ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return { day, minute: hours * 60 + minutes };
}

/** 09:00–18:30 with a break 13:00–14:30, local. */
const parts = [
  [540, 780],
  [870, 1110],
] as const;

const offset = (day: string, zone: string) => (zone === 'Asia/Aqtau' || day >= '2024-03-01' ? 300 : 360);
const instant = (day: string, minute: number, zone: string) =>
  Date.parse(`${day}T00:00:00Z`) + (minute - offset(day, zone)) * 60_000;

export function naiveDueAt(start: number, value: number, unit: string, zone: string): number {
  const local = naiveLocal(start, zone);
  if (unit === 'minute') {
    let left = value;
    for (let { day } = local; ; day = next(day)) {
      if (!naiveIsWorking(day)) continue;
      for (const [from, to] of parts) {
        const begin = day === local.day ? Math.max(from, local.minute) : from;
        if (begin >= to) continue;
        if (left <= to - begin) return instant(day, begin + left, zone);
        left -= to - begin;
      }
    }
  }
  let { day } = local;
  if (unit === 'business_day') for (let left = value; left > 0; left -= naiveIsWorking(day) ? 1 : 0) day = next(day);
  if (unit === 'calendar_day') for (let left = value; left > 0; left -= 1) day = next(day);
  if (unit === 'month') {
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
    const total = year * 12 + month - 1 + value;
    const target = `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}`;
    const last = new Date(Date.UTC(Math.floor(total / 12), (total % 12) + 1, 0)).getUTCDate();
    day = `${target}-${String(Math.min(date, last)).padStart(2, '0')}`;
  }
  while (!naiveIsWorking(day)) day = next(day);
  return instant(day, 1110, zone);
}
