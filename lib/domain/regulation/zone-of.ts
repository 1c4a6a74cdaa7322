import type { Zone } from '../calendar/calendar.ts';
import { regions } from './regions.ts';

/** The zone of the region whose service it is: an id begins with its region. */
export function zoneOf(service: string): Zone {
  const found = Object.entries(regions).find(([region]) => service.startsWith(`${region}-`));
  if (!found) throw new Error(`service ${service} is of no region`);
  return found[1].zone;
}
