import type { DigestAlgorithm } from '../algorithms.ts';

/** What was signed, with its digests: several signers by one algorithm cost one digest, also of a megabyte by GOST. */
export interface SignedContent {
  /** Absent when the signature is detached and the content was not given. */
  readonly octets: Uint8Array | undefined;
  readonly digestBy: (algorithm: DigestAlgorithm) => Uint8Array | undefined;
}

export function signedContent(octets: Uint8Array | undefined): SignedContent {
  const digests = new Map<string, Uint8Array>();
  return {
    octets,
    digestBy: (algorithm) => {
      const digest = digests.get(algorithm.oid) ?? (octets && algorithm.digest(octets));
      if (digest !== undefined) digests.set(algorithm.oid, digest);
      return digest;
    },
  };
}
