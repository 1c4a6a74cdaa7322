import type { AlgorithmIdentifier } from '../algorithms.ts';
import { equalBytes, Fields, readBitStringOctets, tags, type DerNode } from '../der.ts';
import { EdsRefusal, type RefusalCode } from '../refusal.ts';
import { readAlgorithmIdentifier } from './algorithm-identifier.ts';

/** What an authority signs: a certificate or a list. */
export interface Signed {
  /** The octets that are signed. */
  readonly tbs: Uint8Array;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
}

/**
 * `SEQUENCE { tbs, signatureAlgorithm AlgorithmIdentifier, signatureValue BIT STRING }` (RFC 5280 4.1, 5.1). `readTbs`
 * reads the signed part and returns its `innerAlgorithm`, which must equal the outer one (4.1.1.2, 5.1.1.2); otherwise
 * `mismatch`.
 */
export const readSigned = <T>(
  node: DerNode,
  readTbs: (tbs: DerNode) => { readonly innerAlgorithm: DerNode; readonly value: T },
  mismatch: RefusalCode,
): Signed & { readonly value: T } => {
  const fields = new Fields(node);
  const tbs = fields.take(tags.sequence);
  const algorithm = fields.take(tags.sequence);
  const signature = readBitStringOctets(fields.any());
  fields.end();
  const { innerAlgorithm, value } = readTbs(tbs);
  if (!equalBytes(innerAlgorithm.raw, algorithm.raw)) throw new EdsRefusal(mismatch, algorithm.start);
  return { tbs: tbs.raw, signatureAlgorithm: readAlgorithmIdentifier(algorithm), signature, value };
};
