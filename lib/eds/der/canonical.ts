import { compareBytes } from '../bytes.ts';
import type { DerNode } from './node.ts';
import { gatherOctets, isCutString } from './pieces.ts';
import { tags } from './tags.ts';
import { writeDer } from './write.ts';

const constructed = 0x20;

/**
 * X.690 11.6: in ascending order of their octets. Elements with the same beginning have the same length; otherwise one
 * would not be complete.
 */
const inOrder = (elements: readonly Uint8Array[]): readonly Uint8Array[] => [...elements].sort(compareBytes);

/**
 * The DER (X.690 10, 11) of an element that arrived in BER or in another order: definite lengths with the fewest
 * octets, strings in one piece, SET OF sorted, TRUE written as FF. Below `levels` of nesting the octets stay as they
 * arrived.
 *
 * @throws EdsRefusal if it cannot be read to that depth.
 */
export function writeCanonical(node: DerNode, levels: number = Number.POSITIVE_INFINITY): Uint8Array {
  if (levels <= 0) return node.raw;
  if (node.tag === tags.set) return writeSetOf(node, levels);
  if (node.tag === tags.boolean && node.content.length === 1)
    return writeDer(node.tag, Uint8Array.of(node.content[0] === 0 ? 0 : 0xff));
  if (!node.constructed) return writeDer(node.tag, node.content);
  if (isCutString(node.tag)) return writeDer(node.tag & ~constructed, gatherOctets(node));
  return writeDer(node.tag, ...node.children.map((child) => writeCanonical(child, levels - 1)));
}

/** The same for a SET OF with another tag (IMPLICIT): it gets its own tag. */
export const writeSetOf = (node: DerNode, levels: number = Number.POSITIVE_INFINITY): Uint8Array =>
  writeDer(tags.set, ...inOrder(node.children.map((child) => writeCanonical(child, levels - 1))));
