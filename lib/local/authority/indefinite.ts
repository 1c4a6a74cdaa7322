import { readDer, type DerNode } from '../../eds/der.ts';
import { joined, octetString, type Der } from '../../signing/der-writer.ts';

const endOfContents = Uint8Array.of(0, 0);
const pieceLength = 1000;

/**
 * Turns a DER ContentInfo of SignedData into the BER that NCALayer writes: the outer structures have indefinite
 * lengths, the content is a constructed OCTET STRING of pieces. Signed parts (attributes, certificates) stay DER.
 */
export function indefinite(cms: Uint8Array): Der {
  const [type, explicit] = readDer(cms).children;
  const signedData = explicit?.children[0];
  if (type === undefined || explicit === undefined || signedData === undefined) throw new TypeError('not a CMS');
  const fields = signedData.children.map((field) => (field.tag === 0x30 ? encapsulated(field) : field.raw));
  return open(0x30, type.raw, open(0xa0, open(0x30, ...fields)));
}

function encapsulated(field: DerNode): Uint8Array {
  const [type, explicit] = field.children;
  const content = explicit?.children[0]?.content;
  if (type === undefined || content === undefined) return field.raw;
  const pieces = Array.from({ length: Math.ceil(content.length / pieceLength) }, (_, piece) =>
    octetString(content.subarray(piece * pieceLength, (piece + 1) * pieceLength)),
  );
  return open(0x30, type.raw, open(0xa0, open(0x24, ...pieces)));
}

/** X.690 8.1.3.6. */
const open = (tag: number, ...pieces: readonly Uint8Array[]): Der =>
  joined([Uint8Array.of(tag, 0x80), ...pieces, endOfContents]);
