import { createHash, hash } from 'node:crypto';

/** A digest that takes its message in pieces. */
export interface RunningDigest {
  readonly update: (octets: Uint8Array) => void;
  /** Ends it: nothing may follow. */
  readonly finish: () => Uint8Array;
}

/** Message digests by name. `weak`: collisions can be made; policy refuses it for new signatures, but history is signed with it. */
export interface DigestAlgorithm {
  readonly name: DigestName;
  /** Dotted object identifier. */
  readonly oid: string;
  /** Length of the digest in bytes. */
  readonly length: number;
  readonly weak: boolean;
  /** Microseconds for an octet. */
  readonly rate: number;
  /** For `Message` alone, which pays and remembers. */
  readonly compute: (message: Uint8Array) => Uint8Array;
  /** For `hashContent` alone: the same in pieces. */
  readonly start: () => RunningDigest;
}

export type DigestName =
  'MD5' | 'SHA-1' | 'SHA-224' | 'SHA-256' | 'SHA-384' | 'SHA-512' | 'SHA-512/224' | 'SHA-512/256' | NationalDigestName;
export type NationalDigestName = 'GOST-34.311-95' | 'GOST-34.11-2015-512';

/** The names that node:crypto (OpenSSL) uses. */
export const opensslDigest = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-224': 'sha224',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
  'SHA-512/224': 'sha512-224',
  'SHA-512/256': 'sha512-256',
} as const satisfies Record<Exclude<DigestName, NationalDigestName>, string>;

export type OpensslDigestName = keyof typeof opensslDigest;

function startOpenssl(name: OpensslDigestName): RunningDigest {
  const running = createHash(opensslDigest[name]);
  return { update: (octets) => void running.update(octets), finish: () => running.digest() };
}

const openssl = (
  name: OpensslDigestName,
  oid: string,
  length: number,
  rate: number,
  weak = false,
): DigestAlgorithm => ({
  ...{ name, oid, length, rate, weak },
  compute: (message) => hash(opensslDigest[name], message, 'buffer'),
  start: () => startOpenssl(name),
});

/** RFC 8017 appendix B.1, RFC 5754. The national digests join in `algorithms.ts`. */
export const opensslDigests: readonly DigestAlgorithm[] = [
  openssl('MD5', '1.2.840.113549.2.5', 16, 0.0013, true),
  openssl('SHA-1', '1.3.14.3.2.26', 20, 0.0005, true),
  openssl('SHA-224', '2.16.840.1.101.3.4.2.4', 28, 0.0005),
  openssl('SHA-256', '2.16.840.1.101.3.4.2.1', 32, 0.0005),
  openssl('SHA-384', '2.16.840.1.101.3.4.2.2', 48, 0.0013),
  openssl('SHA-512', '2.16.840.1.101.3.4.2.3', 64, 0.0013),
  openssl('SHA-512/224', '2.16.840.1.101.3.4.2.5', 28, 0.0013),
  openssl('SHA-512/256', '2.16.840.1.101.3.4.2.6', 32, 0.0013),
];
