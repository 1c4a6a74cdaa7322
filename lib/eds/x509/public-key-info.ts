import type { AlgorithmIdentifier } from '../algorithms.ts';
import { Fields, readBitStringOctets, tags, type DerNode } from '../der.ts';
import { readAlgorithmIdentifier } from './algorithm-identifier.ts';

/** `SubjectPublicKeyInfo ::= SEQUENCE { algorithm AlgorithmIdentifier, subjectPublicKey BIT STRING }` */
export interface PublicKeyInfo {
  /** The whole structure, in the form that `verifySignature` takes. */
  readonly der: Uint8Array;
  readonly algorithm: AlgorithmIdentifier;
  /** The content of the BIT STRING without its count of unused bits (this is what OCSP hashes). */
  readonly key: Uint8Array;
}

export const readPublicKeyInfo = (node: DerNode): PublicKeyInfo => {
  const fields = new Fields(node);
  const algorithm = readAlgorithmIdentifier(fields.take(tags.sequence));
  const key = readBitStringOctets(fields.any());
  fields.end();
  return { der: node.raw, algorithm, key };
};
