import { dayFromIso, type Day } from './day.ts';

/** The zones of the decrees' regions. Since 2024-03-01 the whole country has UTC+5 (decree of 19 January 2024). */
export type Zone = 'Asia/Almaty' | 'Asia/Aqtau';

const oneZone = dayFromIso('2024-03-01');
const before: Readonly<Record<Zone, number>> = { 'Asia/Almaty': 6, 'Asia/Aqtau': 5 };
const hour = 3_600_000;

/** Milliseconds that a zone's clocks are ahead of UTC on a local day. */
export const offsetOn = (day: Day, zone: Zone): number => (day < oneZone ? before[zone] : 5) * hour;

/** The local day of an instant (milliseconds since the epoch) and the milliseconds since its midnight. */
export function localOf(instant: number, zone: Zone): { readonly day: Day; readonly time: number } {
  const early = instant + before[zone] * hour;
  // At midnight the clocks of UTC+6 went back to 23:00: that hour was on 29 February 2024 twice.
  const local = Math.floor(early / 86_400_000) < oneZone ? early : instant + 5 * hour;
  const localDay = Math.floor(local / 86_400_000);
  return { day: localDay, time: local - localDay * 86_400_000 };
}

/** The instant of a local day's time of day (milliseconds since midnight). */
export const instantOf = (day: Day, time: number, zone: Zone): number => day * 86_400_000 + time - offsetOn(day, zone);
