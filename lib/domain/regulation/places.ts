import * as z from 'zod';
import generated from '../../../statemachines/places.json' with { type: 'json' };
import { Place } from './place.ts';

export type { Place } from './place.ts';

/** Every office, centre and akim of the catalogue, with addresses. */
export const places: readonly Place[] = z.array(Place).parse(generated);

const byCode = new Map(places.map((place) => [place.code, place]));

export const findPlace = (code: string): Place | undefined => byCode.get(code);

/** Codes of the offices, which receive requests and decide. */
export const offices: readonly string[] = places.filter(({ kind }) => kind === 'office').map(({ code }) => code);

/** What a place is called; one that no regulation names any more, by its code. */
export const placeName = (code: string): string => findPlace(code)?.name ?? code;
