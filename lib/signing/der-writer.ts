import { compareBytes, concatBytes, fromHex } from '../eds/bytes.ts';

/**
 * Writes DER (X.690 10, 11). Signers, the demo authority and the mint build everything from these functions. So they
 * share no code with the reader that checks their results, and can also build what a correct writer would not.
 */
export type Der = Uint8Array<ArrayBuffer>;

/** One element with the identifier octet `tag` around the pieces. */
export function element(tag: number, ...pieces: readonly Uint8Array[]): Der {
  const content = joined(pieces);
  return joined([Uint8Array.of(tag), lengthOctets(content.length), content]);
}

/** X.690 10.1: the definite form with the fewest octets. */
function lengthOctets(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  const octets = bigEndian(BigInt(length));
  return joined([Uint8Array.of(0x80 | octets.length), octets]);
}

export const joined: (pieces: readonly Uint8Array[]) => Der = concatBytes;

const bigEndian = (value: bigint): Uint8Array => {
  const hex = value.toString(16);
  return fromHex(hex.padStart(hex.length + (hex.length % 2), '0'));
};

export const sequence = (...pieces: readonly Uint8Array[]): Der => element(0x30, ...pieces);

/** SET OF: the elements in ascending order of their octets (X.690 11.6). */
export const setOf = (...elements: readonly Uint8Array[]): Der => element(0x31, ...[...elements].sort(compareBytes));

/** `[number] EXPLICIT`, or a constructed `[number] IMPLICIT` around the components of the type. */
export const tagged = (number: number, ...pieces: readonly Uint8Array[]): Der => element(0xa0 | number, ...pieces);

/** A primitive `[number] IMPLICIT`. */
export const implicit = (number: number, content: Uint8Array): Der => element(0x80 | number, content);

/** A non-negative INTEGER. */
export function integer(value: bigint | number): Der {
  const octets = bigEndian(BigInt(value));
  return element(0x02, (octets[0] ?? 0) >= 0x80 ? Uint8Array.of(0) : new Uint8Array(), octets);
}

export const enumerated = (value: number): Der => element(0x0a, Uint8Array.of(value));
export const boolean = (value: boolean): Der => element(0x01, Uint8Array.of(value ? 0xff : 0));
export const nothing: Der = element(0x05);
export const octetString = (...pieces: readonly Uint8Array[]): Der => element(0x04, ...pieces);
export const bitString = (...pieces: readonly Uint8Array[]): Der => element(0x03, Uint8Array.of(0), ...pieces);

/** A NamedBitList: bit 0 is the highest of the first octet, trailing zero bits are left out (X.690 11.2.2). */
export function namedBits(...bits: readonly number[]): Der {
  const octets = new Uint8Array((Math.max(-1, ...bits) >> 3) + 1);
  for (const bit of bits) octets[bit >> 3]! |= 0x80 >> (bit & 7);
  const unused = bits.length === 0 ? 0 : 7 - (Math.max(...bits) & 7);
  return element(0x03, Uint8Array.of(unused), octets);
}

/** A dotted object identifier (X.690 8.19). */
export function oid(dotted: string): Der {
  const [root = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt);
  return element(0x06, ...[root * 40n + second, ...rest].map(base128));
}

function base128(arc: bigint): Uint8Array {
  const octets = [Number(arc & 0x7fn)];
  for (let left = arc >> 7n; left > 0n; left >>= 7n) octets.unshift(Number(left & 0x7fn) | 0x80);
  return Uint8Array.from(octets);
}

const utf8 = new TextEncoder();
const text = (tag: number) => (value: string) => element(tag, utf8.encode(value));

export const utf8String = text(0x0c);
export const printableString = text(0x13);
export const ia5String = text(0x16);

/** RFC 5280 4.1.2.5: UTCTime through 2049, GeneralizedTime from 2050; whole seconds, Z. */
export function time(at: Date): Der {
  const digits = wholeSeconds(at);
  return at.getUTCFullYear() < 2050 ? text(0x17)(digits.slice(2)) : text(0x18)(digits);
}

export const generalizedTime = (at: Date): Der => text(0x18)(wholeSeconds(at));

const wholeSeconds = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-T:]/g, '')}Z`;
