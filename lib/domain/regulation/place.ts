import * as z from 'zod';
import { akimatCode, akimatName } from './akimat.ts';
import type { Regulation } from './regulation.ts';
import { ownOf, ownPlaces, type OwnPlace } from './own-places.ts';
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
  /** Where the deployment gives it: no decree was read in Kazakh. */
  nameKk: z.string().optional(),
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
 * town are two places. A regulation without a directory has the deployment's own offices and centres; where there are none, one office
 * for the region, and one centre if it needs one. What the deployment says of a place of a directory goes before it.
 */
export function placesOf(
  { id, region, department, offices, centres, akims, channels }: Regulation,
  own: readonly OwnPlace[] = ownPlaces(),
): Place[] {
  const office = `${region}-${department}`;
  const centre = `${region}-con`;
  const unlisted = (kind: Place['kind'], code: string, name: string): Place[] => {
    const known = ownOf(own, kind, region, code);
    if (known.length > 0) return known.map((place) => saying({ phones: [], services: [id] }, place));
    return [{ code, kind, region, name: `${name} (${regions[region].ru})`, phones: [], services: [id] }];
  };
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
  const places: Place[] = [
    ...(offices ? listed('office', office, offices) : unlisted('office', office, departments[department])),
    ...(centres
      ? listed('centre', region, centres)
      : hasCentres
        ? unlisted('centre', centre, 'Центр обслуживания населения')
        : []),
    ...listed('akim', `${region}-akim`, akims),
    { code: akimatCode(region), kind: 'akimat', region, name: akimatName(region).ru, phones: [], services: [id] },
  ];
  const known = new Map(own.map((place) => [place.code, place]));
  return places.map((place) => {
    const said = known.get(place.code);
    return said ? saying(place, said) : place;
  });
}

const saying = (place: object, said: OwnPlace): Place => Place.strip().parse({ ...place, ...said });

/** The places of all regulations, by kind and code; places with the same description and hours are one entry. */
export function mergePlaces(regulations: readonly Regulation[], own: readonly OwnPlace[] = ownPlaces()): Place[] {
  const all = regulations.flatMap((regulation) => placesOf(regulation, own));
  const unused = own.filter(({ code }) => all.every((place) => place.code !== code)).map(({ code }) => code);
  if (unused.length > 0) throw new Error(`statemachines/offices.json: of no service: ${unused.join(', ')}`);
  const alike = Map.groupBy(all, (place) =>
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
