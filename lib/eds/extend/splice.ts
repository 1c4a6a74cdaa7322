import { compareBytes, equalBytes, fromHex } from '../bytes.ts';
import { contextConstructed, Fields, onlyChild, readBer, tags, writeDer, type DerNode } from '../der.ts';
import { EdsRefusal } from '../refusal.ts';

/** What is added to a signature as unsigned attributes. */
export interface Evidence {
  /** DER of a timestamp token over the signature value (RFC 3161 appendix A). */
  readonly timestamp?: Uint8Array;
  /** DER of lists and of BasicOCSPResponses (RFC 5126 6.3.4). */
  readonly crls: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
}

const oids = {
  timestamp: fromHex('060b2a864886f70d010910020e'),
  revocationValues: fromHex('060b2a864886f70d0109100218'),
};
const certificatesTag = contextConstructed(0);
const crlsTag = contextConstructed(1);
const unsignedTag = contextConstructed(1);

interface SignerNode {
  readonly node: DerNode;
  /** The OCTET STRING of the signature value. */
  readonly signature: DerNode;
  readonly unsigned: DerNode | undefined;
}

/** What is added, as DER. */
export interface Additions {
  readonly certificates?: readonly Uint8Array[];
  /** Lists that go beside the certificates; those that are there already are left out. */
  readonly crls?: readonly Uint8Array[];
  /** Unsigned attributes for each signature in the CMS's order; undefined leaves it alone. */
  readonly attributes?: readonly (readonly Uint8Array[] | undefined)[];
}

/**
 * Adds to a CMS. Octets that are signed, or that somebody else wrote, stay as they arrived, in BER, too: only the lengths above what is
 * added change, and sets to which something is added are sorted as DER has it.
 *
 * @throws EdsRefusal if it is no SignedData
 */
export function splice(cms: Uint8Array, { certificates = [], crls = [], attributes = [] }: Additions): Uint8Array {
  const { type, fields } = openSignedData(cms);
  const fixed = fields.slice(0, 3).map(({ raw }) => raw);
  const signers = readSigners(fields.at(-1)!).map((signer, place) => addTo(signer, attributes[place] ?? []));
  // version, digestAlgorithms, encapContentInfo, certificates [0], crls [1], signerInfos.
  const content = writeDer(
    tags.sequence,
    ...fixed,
    ...joinSet(fields, certificatesTag, certificates),
    ...joinSet(fields, crlsTag, crls),
    // In their order: sorting would move a signer that has grown, and callers count by place.
    writeDer(tags.set, ...signers),
  );
  return writeDer(tags.sequence, type.raw, writeDer(contextConstructed(0), content));
}

/** The set with this tag and what is not in it yet; nothing if it is empty. */
function joinSet(fields: readonly DerNode[], tag: number, more: readonly Uint8Array[]): readonly Uint8Array[] {
  const there = fields.find((field) => field.tag === tag)?.children.map(({ raw }) => raw) ?? [];
  const added = more.filter((der) => !there.some((each) => equalBytes(each, der)));
  const all = [...there, ...added];
  return all.length > 0 ? [writeSet(tag, all)] : [];
}

/**
 * Adds certificates, timestamps and revocation values.
 *
 * @param evidence for each signature in the CMS's order; undefined leaves it alone
 * @throws EdsRefusal if it is no SignedData
 */
export const spliceEvidence = (
  cms: Uint8Array,
  certificates: readonly Uint8Array[],
  evidence: readonly (Evidence | undefined)[],
): Uint8Array => splice(cms, { certificates, attributes: evidence.map((each) => each && attributesOf(each)) });

export const openSignerInfos = (cms: Uint8Array): readonly SignerNode[] =>
  readSigners(openSignedData(cms).fields.at(-1)!);

function openSignedData(cms: Uint8Array): { readonly type: DerNode; readonly fields: readonly DerNode[] } {
  const info = new Fields(readBer(cms, { elements: 20_000 }));
  const type = info.any();
  const { children } = onlyChild(info.take(contextConstructed(0)));
  if (children.length < 4 || children.at(-1)!.tag !== tags.set) throw new EdsRefusal('cms-malformed', 0);
  return { type, fields: children };
}

const readSigners = (signerInfos: DerNode): readonly SignerNode[] =>
  signerInfos.children.map((node) => {
    const unsigned = node.children.at(-1)!.tag === unsignedTag ? node.children.at(-1) : undefined;
    const signature = node.children.at(unsigned ? -2 : -1);
    if (!signature) throw new EdsRefusal('cms-malformed', node.start);
    return { node, signature, unsigned };
  });

function addTo({ node, unsigned }: SignerNode, attributes: readonly Uint8Array[]): Uint8Array {
  if (attributes.length === 0) return node.raw;
  const kept = unsigned?.children.map(({ raw }) => raw) ?? [];
  const rest = node.children.filter((child) => child !== unsigned).map(({ raw }) => raw);
  return writeDer(tags.sequence, ...rest, writeSet(unsignedTag, [...kept, ...attributes]));
}

function attributesOf({ timestamp, crls, ocsps }: Evidence): Uint8Array[] {
  const listed = (number: number, ders: readonly Uint8Array[]) =>
    ders.length > 0 ? [writeDer(contextConstructed(number), writeDer(tags.sequence, ...ders))] : [];
  const values = [...listed(0, crls), ...listed(1, ocsps)];
  return [
    ...(timestamp ? [attribute(oids.timestamp, timestamp)] : []),
    ...(values.length > 0 ? [attribute(oids.revocationValues, writeDer(tags.sequence, ...values))] : []),
  ];
}

/** An attribute of one value. `oid`: the DER of its type. */
export const attribute = (oid: Uint8Array, value: Uint8Array) =>
  writeDer(tags.sequence, oid, writeDer(tags.set, value));

/** X.690 11.6. */
const writeSet = (tag: number, elements: readonly Uint8Array[]): Uint8Array =>
  writeDer(tag, ...elements.toSorted(compareBytes));
