import { toLatin1 } from '../bytes.ts';
import { EdsRefusal } from '../refusal.ts';
import type { DerNode } from './node.ts';
import { tags } from './tags.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const decodeUtf8 = (bytes: Uint8Array, offset: number): string => {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new EdsRefusal('der-string', offset);
  }
};

const decodeWide = (bytes: Uint8Array, width: 2 | 4, offset: number): string => {
  if (bytes.length % width !== 0) throw new EdsRefusal('der-string', offset);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at < bytes.length; at += width) {
    const point = width === 2 ? view.getUint16(at) : view.getUint32(at);
    if (point > 0x10ffff) throw new EdsRefusal('der-string', offset);
    text += width === 2 ? String.fromCharCode(point) : String.fromCodePoint(point);
  }
  return text;
};

/** Whether the element is one of the character strings of names. */
export const isString = (node: DerNode): boolean => readers.has(node.tag);

const readers: ReadonlyMap<number, (bytes: Uint8Array, offset: number) => string> = new Map([
  [tags.utf8String, decodeUtf8],
  [tags.printableString, toLatin1],
  [tags.ia5String, toLatin1],
  [tags.numericString, toLatin1],
  [tags.visibleString, toLatin1],
  // T.61 as everyone uses it: Latin-1.
  [tags.teletexString, toLatin1],
  [tags.bmpString, (bytes: Uint8Array, offset: number) => decodeWide(bytes, 2, offset)],
  [tags.universalString, (bytes: Uint8Array, offset: number) => decodeWide(bytes, 4, offset)],
]);

/** The text of a character string of any type (DirectoryString, IA5String, …). */
export const readString = (node: DerNode): string => {
  const reader = readers.get(node.tag);
  if (reader === undefined) throw new EdsRefusal('der-tag-unexpected', node.start);
  return reader(node.content, node.start);
};

/**
 * IA5String behind an implicit tag: only octets under 80 (hex), no control characters (names of hosts and mailboxes).
 */
export const readIa5 = (node: DerNode): string => {
  const { content } = node;
  if (content.some((octet) => octet < 0x20 || octet >= 0x7f)) throw new EdsRefusal('der-string', node.start);
  return toLatin1(content);
};
