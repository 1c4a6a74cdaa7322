import { EdsRefusal } from '../refusal.ts';
import { expectTag } from './fields.ts';
import { Kept } from './kept.ts';
import type { DerNode } from './node.ts';
import { tags } from './tags.ts';

/** No real arc is longer than this many octets (UUIDs take 19), and turning longer ones into decimals costs time. */
const longestOid = 64;

/** The first subidentifier represents two arcs (X.690 8.19.4). */
const firstArcs = (value: number | bigint): string => {
  if (typeof value === 'bigint') return `2.${value - 80n}`;
  const root = value < 40 ? 0 : value < 80 ? 1 : 2;
  return `${root}.${value - root * 40}`;
};

const kept = new Kept<string>(16);

/** An OBJECT IDENTIFIER in dotted decimals (X.690 8.19). */
export const readOid = (node: DerNode, tag: number = tags.oid): string => {
  const { document, contentStart, contentEnd } = expectTag(node, tag);
  const known = kept.find(document, contentStart, contentEnd);
  if (known !== undefined) return known;
  const dotted = readArcs(node);
  kept.keep(node.content.slice(), dotted);
  return dotted;
};

const readArcs = ({ document, start, contentStart, contentEnd }: DerNode): string => {
  if (contentEnd === contentStart || contentEnd - contentStart > longestOid) throw new EdsRefusal('der-oid', start);
  let dotted = '';
  let arc: number | bigint = 0;
  let begun = false;
  for (let at = contentStart; at < contentEnd; at++) {
    const octet = document[at] ?? 0;
    if (!begun && octet === 0x80) throw new EdsRefusal('der-oid', start);
    begun = octet >= 0x80;
    // Beyond 46 bits the next seven might not fit into a number.
    if (typeof arc === 'number' && arc > 0x3fff_ffff_ffff) arc = BigInt(arc);
    arc = typeof arc === 'bigint' ? (arc << 7n) | BigInt(octet & 0x7f) : arc * 128 + (octet & 0x7f);
    if (begun) continue;
    dotted = dotted === '' ? firstArcs(arc) : `${dotted}.${arc}`;
    arc = 0;
  }
  if (begun) throw new EdsRefusal('der-oid', start);
  return dotted;
};
