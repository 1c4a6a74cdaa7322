import * as z from 'zod';
import { departmentHours, departmentIn, type Office } from '../calendar/office.ts';
import type { Zone } from '../calendar/zone.ts';
import { readHours } from '../calendar/read-hours.ts';
import { placeKinds, type Place } from './place.ts';

const minute = z.int().min(0).max(1440);
const Hours = z.strictObject({
  open: minute,
  close: minute,
  pause: z.strictObject({ from: minute, to: minute }).exactOptional(),
  saturday: z.boolean().exactOptional(),
});

/** When the places of a service are open: by kind, and those that differ by their code. */
export const OpenHours = z.strictObject({
  kinds: z.partialRecord(z.enum(placeKinds), Hours),
  apart: z.record(z.string(), Hours),
});
export type OpenHours = z.infer<typeof OpenHours>;

/** The hours that the directory gives to most places of a kind stand for the kind; small cards are in every bundle. */
export function openHoursOf(places: readonly Place[]): OpenHours {
  const found: { kinds: OpenHours['kinds']; apart: OpenHours['apart'] } = { kinds: {}, apart: {} };
  for (const [kind, alike] of Map.groupBy(places, (place) => place.kind)) {
    const byHours = [...Map.groupBy(alike, ({ hours = '' }) => hours)].sort(
      ([, one], [, other]) => other.length - one.length,
    );
    for (const [index, [text, those]] of byHours.entries()) {
      const hours = readHours(text);
      if (!hours) continue;
      if (index === 0) found.kinds[kind] = hours;
      else for (const { code } of those) found.apart[code] = hours;
    }
  }
  return found;
}

interface Served {
  readonly zone: Zone;
  readonly hours: OpenHours;
}

/** Where something is done: the kind and the code of the place. */
export interface Where {
  readonly kind: Place['kind'];
  readonly code: string;
}

/**
 * A place as the calendar sees it. Without hours in its directory it keeps those of the standard No 394, which the
 * regulations of employment name for their departments.
 */
export const officeOf = ({ zone, hours: { kinds, apart } }: Served, { kind, code }: Where): Office => ({
  ...departmentIn(zone),
  hours: apart[code] ?? kinds[kind] ?? departmentHours,
});
