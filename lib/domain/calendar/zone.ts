import { dayFromIso, type Day } from './day.ts';

const oneZone = dayFromIso('2024-03-01');
/**
 * Hours ahead of UTC before the whole country got UTC+5 on 2024-03-01 (decree of 19 January 2024). Kyzylorda's is that
 * since 2018-12-21; it had six before.
 */
const before = {
  'Asia/Almaty': 6,
  'Asia/Aqtau': 5,
  'Asia/Aqtobe': 5,
  'Asia/Atyrau': 5,
  'Asia/Oral': 5,
  'Asia/Qostanay': 6,
  'Asia/Qyzylorda': 5,
} as const;
export type Zone = keyof typeof before;
export const zones = Object.keys(before) as [Zone, ...Zone[]];
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
