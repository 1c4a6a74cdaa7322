import { EdsRefusal } from '../refusal.ts';
import { expectTag } from './fields.ts';
import type { DerNode } from './node.ts';
import { tags } from './tags.ts';

/** Arcs longer than this many octets (UUIDs take 19) are nobody's, and turning them into decimals costs time. */
const longestOid = 64;

const decodeArcs = (content: Uint8Array, offset: number): (number | bigint)[] => {
  const arcs: (number | bigint)[] = [];
  let arc: number | bigint = 0;
  let begun = false;
  for (const octet of content) {
    if (!begun && octet === 0x80) throw new EdsRefusal('der-oid', offset);
    begun = true;
    if (typeof arc === 'number' && arc > 0x3fff_ffff_ffff) arc = BigInt(arc);
    arc = typeof arc === 'bigint' ? (arc << 7n) | BigInt(octet & 0x7f) : arc * 128 + (octet & 0x7f);
    if (octet < 0x80) {
      arcs.push(arc);
      arc = 0;
      begun = false;
    }
  }
  if (begun) throw new EdsRefusal('der-oid', offset);
  return arcs;
};

/** An OBJECT IDENTIFIER in dotted decimals (X.690 8.19). */
export const readOid = (node: DerNode, tag: number = tags.oid): string => {
  const { content } = expectTag(node, tag);
  if (content.length === 0 || content.length > longestOid) throw new EdsRefusal('der-oid', node.start);
  const [first = 0, ...rest] = decodeArcs(content, node.start);
  const root = first < 40 ? 0 : first < 80 ? 1 : 2;
  const second = typeof first === 'bigint' ? first - 80n : first - root * 40;
  return [root, second, ...rest].join('.');
};
