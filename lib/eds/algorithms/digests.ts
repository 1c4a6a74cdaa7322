import { hash, startHash } from '#eds-crypto';
import { digestOids, type OpensslDigestName } from './digest-names.ts';
import type { RunningDigest } from '../running-digest.ts';

/**
 * Message digests by name. `weak`: collisions can be made; the policy refuses it for new signatures, but old ones use
 * it.
 */
export interface DigestAlgorithm {
  readonly name: DigestName;
  /** Dotted object identifier. */
  readonly oid: string;
  /** Length of the digest in bytes. */
  readonly length: number;
  readonly weak: boolean;
  /** Microseconds for each octet. */
  readonly rate: number;
  /** Only for `Message`, which pays and remembers. */
  readonly compute: (message: Uint8Array) => Uint8Array;
  /** Only for `hashContent`: the same in pieces. */
  readonly start: () => RunningDigest;
}

export type DigestName = OpensslDigestName | NationalDigestName;
export type NationalDigestName = 'GOST-34.311-95' | 'GOST-34.11-2015-512';

const openssl = (name: OpensslDigestName, length: number, rate: number, weak = false): DigestAlgorithm => ({
  ...{ name, oid: digestOids[name], length, rate, weak },
  compute: (message) => hash(name, message),
  start: () => startHash(name),
});

/** RFC 8017 appendix B.1. `algorithms.ts` adds the national digests. */
export const opensslDigests: readonly DigestAlgorithm[] = [
  openssl('MD5', 16, 0.0013, true),
  openssl('SHA-1', 20, 0.0005, true),
  openssl('SHA-224', 28, 0.0005),
  openssl('SHA-256', 32, 0.0005),
  openssl('SHA-384', 48, 0.0013),
  openssl('SHA-512', 64, 0.0013),
  openssl('SHA-512/224', 28, 0.0013),
  openssl('SHA-512/256', 32, 0.0013),
];
