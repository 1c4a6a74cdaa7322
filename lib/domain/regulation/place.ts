import * as z from 'zod';
import { akimatCode, akimatName } from './akimat.ts';
import type { Regulation } from './regulation.ts';
import { regionCodes, regions } from './regions.ts';
import { readHours } from '../calendar/read-hours.ts';
import { departments } from './words.ts';

export const placeKinds = ['office', 'centre', 'akim', 'akimat'] as const;

/** Where people go: the office that decides, the service centre, the rural akim, the akimat above. Texts are those of the directory. */
export const Place = z.strictObject({
  /** Unique in the country: `south-kazakhstan-employment-shymkent`. */
  code: z.string(),
  kind: z.enum(placeKinds),
  region: z.enum(regionCodes),
  name: z.string(),
  district: z.string().optional(),
  /** Absent if the regulation has no directory. */
  address: z.string().optional(),
  phones: z.array(z.string()),
  email: z.string().optional(),
  hours: z.string().optional(),
  /** The services whose regulations name it. */
  services: z.array(z.string()),
});
export type Place = z.infer<typeof Place>;

/**
 * The places of a regulation. The code begins with the kind, so that the employment and the education department of one
 * town are two places. A regulation without a directory has one office for the region, and one centre if it needs one.
 */
export function placesOf({ id, region, department, offices, centres, akims, channels }: Regulation): Place[] {
  const office = `${region}-${department}`;
  const whole = (kind: Place['kind'], code: string, name: string): Place[] => [
    { code, kind, region, name: `${name} (${regions[region].ru})`, phones: [], services: [id] },
  ];
  const listed = (kind: Place['kind'], prefix: string, directory: Regulation['offices']): Place[] =>
    (directory?.items ?? []).map(({ code, hours = directory?.hours, ...item }) =>
      Place.strip().parse({
        ...item,
        code: `${prefix}-${code}`,
        kind,
        region,
        ...(hours && { hours }),
        services: [id],
      }),
    );
  const hasCentres = channels.some(({ channel }) => channel === 'con');
  return [
    ...(offices ? listed('office', office, offices) : whole('office', office, departments[department])),
    ...(centres
      ? listed('centre', region, centres)
      : hasCentres
        ? whole('centre', `${region}-con`, 'Центр обслуживания населения')
        : []),
    ...listed('akim', `${region}-akim`, akims),
    { code: akimatCode(region), kind: 'akimat', region, name: akimatName(region).ru, phones: [], services: [id] },
  ];
}

/** The places of all regulations, by kind and code; places with the same description and hours are one entry. */
export function mergePlaces(regulations: readonly Regulation[]): Place[] {
  const alike = Map.groupBy(regulations.flatMap(placesOf), (place) =>
    JSON.stringify({ ...place, services: [], hours: readHours(place.hours ?? '') }),
  );
  return [...alike.values()]
    .map(([first, ...others]) => ({
      ...first!,
      services: [first!, ...others].flatMap(({ services }) => services),
    }))
    .sort(
      (one, other) => orderOf(one) - orderOf(other) || (one.code < other.code ? -1 : Number(one.code > other.code)),
    );
}

const orderOf = ({ kind }: Place) => placeKinds.indexOf(kind);
