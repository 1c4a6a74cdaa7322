import type { Zone } from '../calendar/calendar.ts';
import { regionCodes, regions, type Region } from './regions.ts';

/** The region whose service it is: an id begins with its region. */
export function regionOf(service: string): Region {
  const found = regionCodes.find((region) => service.startsWith(`${region}-`));
  if (!found) throw new Error(`service ${service} is of no region`);
  return found;
}

export const zoneOf = (service: string): Zone => regions[regionOf(service)].zone;
