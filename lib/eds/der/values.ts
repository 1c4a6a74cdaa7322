import { toHex } from '../bytes.ts';
import { EdsRefusal } from '../refusal.ts';
import { expectTag } from './fields.ts';
import type { DerNode } from './node.ts';
import { gatherOctets } from './pieces.ts';
import { tags } from './tags.ts';

/** X.690 8.2, 11.1: one octet, 00 or FF. */
export const readBoolean = (node: DerNode, tag: number = tags.boolean): boolean => {
  const { content } = expectTag(node, tag);
  if (content.length !== 1 || (content[0] !== 0 && content[0] !== 0xff)) {
    throw new EdsRefusal('der-boolean', node.start);
  }
  return content[0] === 0xff;
};

/**
 * Whether these octets are a valid INTEGER: at least one, and the first nine bits neither all zero nor all one (X.690
 * 8.3).
 */
export const isIntegerContent = (bytes: Uint8Array, start: number, end: number): boolean => {
  const first = bytes[start] ?? 0;
  if (end - start < 2) return end > start;
  const second = bytes[start + 1] ?? 0;
  return !((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80));
};

/** The content octets of an INTEGER: two's complement, big-endian. */
export const readIntegerOctets = (node: DerNode, tag: number = tags.integer): Uint8Array => {
  const { content } = expectTag(node, tag);
  if (!isIntegerContent(content, 0, content.length)) throw new EdsRefusal('der-integer', node.start);
  return content;
};

/** An INTEGER of any length up to 2,048 octets. */
export const readInteger = (node: DerNode, tag: number = tags.integer): bigint => {
  const octets = readIntegerOctets(node, tag);
  if (octets.length > 2048) throw new EdsRefusal('der-integer', node.start);
  return BigInt.asIntN(octets.length * 8, BigInt(`0x${toHex(octets)}`));
};

/** An INTEGER or ENUMERATED that must be in 0 … 2^31-1 (versions, path lengths, skip counts, reasons). */
export const readSmallInteger = (node: DerNode, tag: number = tags.integer): number => {
  const octets = readIntegerOctets(node, tag);
  if (octets.length > 4 || (octets[0] ?? 0) >= 0x80) throw new EdsRefusal('der-integer', node.start);
  return octets.reduce((value, octet) => value * 256 + octet, 0);
};

export interface BitString {
  readonly unusedBits: number;
  readonly bytes: Uint8Array;
}

/** X.690 8.6, 11.2.1: the number of unused bits is given, and they are zero. */
export const readBitString = (node: DerNode, tag: number = tags.bitString): BitString => {
  const { content } = expectTag(node, tag);
  const unusedBits = content[0];
  const last = content.at(-1) ?? 0;
  const empty = content.length === 1;
  if (unusedBits === undefined || unusedBits > 7 || (empty && unusedBits > 0)) {
    throw new EdsRefusal('der-bit-string', node.start);
  }
  if (!empty && (last & ((1 << unusedBits) - 1)) !== 0) throw new EdsRefusal('der-bit-string', node.start);
  return { unusedBits, bytes: content.subarray(1) };
};

/** A BIT STRING that contains whole octets, like keys and signatures. */
export const readBitStringOctets = (node: DerNode, tag: number = tags.bitString): Uint8Array => {
  const { unusedBits, bytes } = readBitString(node, tag);
  if (unusedBits !== 0) throw new EdsRefusal('der-bit-string', node.start);
  return bytes;
};

/** A NamedBitList (KeyUsage, ReasonFlags): the numbers of the bits that are set. */
export const readNamedBits = (node: DerNode, tag: number = tags.bitString): ReadonlySet<number> => {
  const { bytes } = readBitString(node, tag);
  if (bytes.length > 8) throw new EdsRefusal('der-bit-string', node.start);
  const bits = new Set<number>();
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    if (((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0) bits.add(bit);
  }
  return bits;
};

/** An OCTET STRING. In a BER document it may come in pieces (X.690 8.7.3); these are joined in a copy. */
export const readOctetString = (node: DerNode, tag: number = tags.octetString): Uint8Array =>
  node.ber && node.tag === (tag | 0x20) ? gatherOctets(node, tags.octetString) : expectTag(node, tag).content;
