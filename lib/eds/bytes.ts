/**
 * Converts octets to text and back, the same in Node and in a browser: `Buffer` exists only in Node, and old phones do
 * not have `Uint8Array.fromHex`.
 */

const hexOctets = Array.from({ length: 256 }, (_, octet) => octet.toString(16).padStart(2, '0'));

export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const octet of bytes) hex += hexOctets[octet]!;
  return hex;
}

/** From an even number of hex digits; throws a RangeError for anything else. */
export function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  if (!/^(?:[0-9A-Fa-f]{2})*$/u.test(hex)) throw new RangeError('not hex');
  const octets = new Uint8Array(hex.length / 2);
  for (let at = 0; at < octets.length; at++)
    octets[at] = (digitOf(hex.charCodeAt(2 * at)) << 4) | digitOf(hex.charCodeAt(2 * at + 1));
  return octets;
}

const digitOf = (code: number): number => (code < 58 ? code - 48 : (code | 32) - 87);

/** Each octet becomes the character with its number (ISO 8859-1). */
export function toLatin1(bytes: Uint8Array): string {
  let text = '';
  for (const octet of bytes) text += String.fromCharCode(octet);
  return text;
}

/** Characters above U+00FF lose their high octet. */
export function fromLatin1(text: string): Uint8Array<ArrayBuffer> {
  const octets = new Uint8Array(text.length);
  // `Uint8Array.from` takes ten times as long.
  for (let at = 0; at < octets.length; at++) octets[at] = text.charCodeAt(at);
  return octets;
}

export const toBase64 = (bytes: Uint8Array): string => btoa(toLatin1(bytes));

/**
 * From base64 with or without padding and white space; throws a DOMException (InvalidCharacterError) for anything else.
 */
export const fromBase64 = (base64: string): Uint8Array<ArrayBuffer> => fromLatin1(atob(base64));

export function concatBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((total, { length }) => total + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Negative, zero or positive. Compares octet by octet; a prefix sorts before the longer value. */
export function compareBytes(left: Uint8Array, right: Uint8Array): number {
  const common = Math.min(left.length, right.length);
  for (let at = 0; at < common; at++) if (left[at] !== right[at]) return left[at]! - right[at]!;
  return left.length - right.length;
}

export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  for (let at = 0; at < left.length; at++) if (left[at] !== right[at]) return false;
  return true;
}
