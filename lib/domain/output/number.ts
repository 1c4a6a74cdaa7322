/**
 * The number of an output document: `SK-UC-2026-000123-7Q4KXM2P-C`.
 *
 * - `SK-UC`: initials of the region and of the service, for people; one regulation has one pair.
 * - `2026-000123`: the year and the request's sequence in it, so that one request cannot get two numbers by accident.
 * - `7Q4KXM2P`: 40 random bits. Anyone may ask whether a number is genuine, so one number must not reveal the next. At
 *   the route's limit of 10 questions a second, a guess takes 1700 years on average. Crockford's alphabet has no I, L,
 *   O, U, so people do not confuse letters when they type from paper.
 * - `C`: check character (ISO/IEC 7064, MOD 37,36) over all before it. It finds every single wrong character, so that
 *   the answer is "mistyped", not "no such document".
 */
export interface NumberParts {
  /** Slug of the region, e.g. `south-kazakhstan`. */
  readonly region: string;
  /** Slug of the service, e.g. `unemployed-certificate`. */
  readonly service: string;
  readonly year: number;
  /** The request's sequence number within region, service and year; positive. */
  readonly sequence: number;
  /** Five random bytes from a cryptographic source; drawn once and stored with the request. */
  readonly nonce: Uint8Array;
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const alphanumeric = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const form = /^([A-Z]{1,6})-([A-Z]{1,6})-(\d{4})-(\d{6,9})-([0-9A-HJKMNP-TV-Z]{8})-([0-9A-Z])$/;

export function formatDocumentNumber({ region, service, year, sequence, nonce }: NumberParts): string {
  if (nonce.length !== 5) throw new RangeError('a document number needs five bytes by chance');
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new RangeError('a sequence is a positive integer');
  const body = [initials(region), initials(service), year, String(sequence).padStart(6, '0'), spell(nonce)].join('-');
  return `${body}-${checkCharacter(body)}`;
}

/**
 * The parts of a number that a person typed, with case, dashes, spaces and Cyrillic letters of the same shape corrected.
 */
export function partsOf(typed: string): string[] {
  const text = typed
    .slice(0, 80)
    .trim()
    .toUpperCase()
    .replaceAll(/[АВЕКМНОРСТУХ]/g, (letter) => 'ABEKMHOPCTYX'['АВЕКМНОРСТУХ'.indexOf(letter)]!)
    .replaceAll(/[‐-―−]/g, '-');
  // Some write blanks around the dashes, and some write them for the dashes.
  return text.includes('-') ? text.replaceAll(/\s/g, '').split('-') : text.split(/\s+/);
}

/**
 * The number as it was issued, from what a person typed; letters typed for digits are corrected, too. Undefined if it cannot be
 * a document's number.
 */
export function readDocumentNumber(typed: string): string | undefined {
  const [region, service, year, sequence, nonce, check, ...rest] = partsOf(typed);
  if (rest.length > 0) return undefined;
  const body = [region, service, ...[year, sequence, nonce].map(unambiguous)].join('-');
  const number = `${body}-${check}`;
  return form.test(number) && checkCharacter(body) === check ? number : undefined;
}

/** The address where anyone may ask about the document; the QR code opens it. */
export const verificationUrl = (publicUrl: string, number: string): string =>
  `${publicUrl.replace(/\/+$/, '')}/documents/${encodeURIComponent(number)}`;

/** ISO/IEC 7064:2003, hybrid system MOD 37,36, over the letters and digits of `text`. */
export function checkCharacter(text: string): string {
  let product = 36;
  for (const character of text) {
    const value = alphanumeric.indexOf(character);
    if (value >= 0) product = (((product + value) % 36 || 36) * 2) % 37;
  }
  return alphanumeric[(37 - product) % 36]!;
}

/** `south-kazakhstan` → SK; a single word gives its first two letters: `akmola` → AK. */
export function initials(slug: string): string {
  const words = slug.toUpperCase().split('-');
  return words.length > 1 ? words.map((word) => word[0]).join('') : words[0]!.slice(0, 2);
}

const spell = (nonce: Uint8Array): string => {
  const bits = nonce.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return Array.from({ length: 8 }, (_, place) => crockford[Number((bits >> BigInt(35 - 5 * place)) & 31n)]).join('');
};

/** A part of digits: letters that look like one were typed for it. */
export const unambiguous = (part = ''): string => part.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
