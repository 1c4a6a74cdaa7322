import { sha256Hex } from '../../../domain/digest/sha256.ts';
import { zipOne } from './zip-one.ts';

/** Octets of a QR code of version 25 and level M (ISO/IEC 18004 table 7). */
const CAPACITY = 997;
/** What the specification leaves free for the numbers. */
const RESERVE = 10;

/** Of all signatures together: ten pages. With long lists in them they would take hundreds, which nobody photographs. */
const MOST_CODES = 60;

/** The codes of each signature; none at all if one set would be missing, for the set is optional as a whole. */
export function qrSets(signatures: readonly Uint8Array[]): readonly (readonly string[])[] {
  const sets = signatures.map(qrParts);
  return sets.reduce((sum, { length }) => sum + length, 0) > MOST_CODES ? [] : sets;
}

/** The texts of the codes that together bring a signature: ZIP, Base64, parts in JSON. */
export function qrParts(cms: Uint8Array): readonly string[] {
  const signId = sha256Hex(cms).slice(0, 32);
  const data = zipOne(`${signId}.cms`, cms).toString('base64');
  const size = CAPACITY - JSON.stringify({ signId, total: 0, index: 0, data: '' }).length - RESERVE;
  const total = Math.ceil(data.length / size);
  return Array.from({ length: total }, (_, place) =>
    JSON.stringify({ signId, total, index: place + 1, data: data.slice(place * size, (place + 1) * size) }),
  );
}
