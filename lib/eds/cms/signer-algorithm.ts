import {
  combineWithDigest,
  findDigest,
  findSignatureAlgorithm,
  type AlgorithmIdentifier,
  type DigestAlgorithm,
} from '../algorithms.ts';
import { readPssParameters } from '../algorithms/pss.ts';
import type { ProblemCode } from '../report-codes.ts';
import { attempt } from '../attempt.ts';

/** The meaning of a signature's two algorithm identifiers together. */
export interface SignerAlgorithm {
  /** In the form that `verifySignature` takes. */
  readonly identifier: AlgorithmIdentifier;
  /** The name in the table, digest included, e.g. `RSASSA-PSS-SHA-256`. */
  readonly name: string;
  readonly digest: DigestAlgorithm;
}

type Refused = {
  readonly refused: Extract<ProblemCode, 'algorithm-mismatch' | 'algorithm-unsupported' | 'digest-unknown'>;
};

/**
 * RFC 5652 sections 5.3 and 10.1: signatureAlgorithm names either only the kind of key (rsaEncryption), or key and
 * digest. In the second case digestAlgorithm must name the same digest: otherwise an attacker could choose which of the
 * two counts.
 */
export function combineAlgorithms(
  digestId: AlgorithmIdentifier,
  signatureId: AlgorithmIdentifier,
): SignerAlgorithm | Refused {
  const digest = findDigest(digestId.oid);
  if (digest === undefined) return { refused: 'digest-unknown' };
  const found = findSignatureAlgorithm(signatureId.oid);
  const scheme = found?.scheme;
  if (found === undefined || scheme === undefined || scheme.kind === 'unsupported')
    return { refused: 'algorithm-unsupported' };
  if (scheme.kind === 'bare-rsa' || scheme.kind === 'bare-ec' || scheme.kind === 'bare-dsa') {
    const combined = combineWithDigest(scheme.kind, digest.name);
    return combined === undefined
      ? { refused: 'algorithm-mismatch' }
      : { identifier: { oid: combined.oid }, name: combined.name, digest };
  }
  const signatureDigest = signatureDigestName(signatureId);
  if (signatureDigest === undefined) return { refused: 'algorithm-unsupported' };
  if (signatureDigest !== digest.name) return { refused: 'algorithm-mismatch' };
  return { identifier: signatureId, name: algorithmName(signatureId) ?? found.name, digest };
}

/** The digest inside a combined algorithm; for PSS it is in the parameters. */
function signatureDigestName({ oid, parameters }: AlgorithmIdentifier): string | undefined {
  const scheme = findSignatureAlgorithm(oid)?.scheme;
  if (scheme?.kind === 'rsa-pss') return parameters && attempt(() => readPssParameters(parameters))?.digest;
  return scheme !== undefined && 'digest' in scheme ? scheme.digest : undefined;
}

/** The name with which profiles allow it; undefined if unknown. */
export function algorithmName(identifier: AlgorithmIdentifier): string | undefined {
  const found = findSignatureAlgorithm(identifier.oid);
  if (found?.scheme.kind !== 'rsa-pss') return found?.name;
  const digest = signatureDigestName(identifier);
  return digest === undefined ? undefined : `RSASSA-PSS-${digest}`;
}
