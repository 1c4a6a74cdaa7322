import type { AlgorithmIdentifier } from '../algorithms.ts';
import { singleValue, type Attribute } from '../cms/attributes.ts';
import { cmsOids } from '../cms/oids.ts';
import { elements, Fields, readOctetString, type DerNode } from '../der.ts';
import { EdsRefusal } from '../refusal.ts';
import { readAlgorithmIdentifier } from '../x509/algorithm-identifier.ts';

/**
 *     ATSHashIndexV3 ::= SEQUENCE {
 *       hashIndAlgorithm             AlgorithmIdentifier,
 *       certificatesHashIndex        SEQUENCE OF OCTET STRING,
 *       crlsHashIndex                SEQUENCE OF OCTET STRING,
 *       unsignedAttrValuesHashIndex  SEQUENCE OF OCTET STRING }
 *
 * EN 319 122-1 section 5.5.2: what an archive timestamp covers of the sets of a signature, so that more may be put into them later.
 */
export interface HashIndex {
  /** The value as it arrived: it is part of what is stamped. */
  readonly der: Uint8Array;
  readonly algorithm: AlgorithmIdentifier;
  readonly certificates: readonly Uint8Array[];
  readonly revocations: readonly Uint8Array[];
  readonly attributes: readonly Uint8Array[];
}

/** Hashes in all; a signature has at most 64 certificates, some lists and answers, and an attribute for each archive timestamp. */
export const mostHashes = 512;

/** The index among a token's unsigned attributes; undefined if there is none. Throws EdsRefusal if it cannot be read. */
export function readHashIndex(unsignedAttributes: readonly Attribute[]): HashIndex | undefined {
  const value = singleValue(unsignedAttributes, cmsOids.hashIndex);
  return value && parseHashIndex(value);
}

export function parseHashIndex(value: DerNode): HashIndex {
  const fields = new Fields(value);
  const algorithm = readAlgorithmIdentifier(fields.any());
  const [certificates, revocations, attributes] = [fields.any(), fields.any(), fields.any()].map((each) =>
    elements(each),
  );
  fields.end();
  const lists = [certificates, revocations, attributes].map((list) => list ?? []);
  if (lists.reduce((sum, { length }) => sum + length, 0) > mostHashes)
    throw new EdsRefusal('tsp-malformed', value.start);
  const [first = [], second = [], third = []] = lists.map((list) => list.map((hash) => readOctetString(hash)));
  return { der: value.raw, algorithm, certificates: first, revocations: second, attributes: third };
}
