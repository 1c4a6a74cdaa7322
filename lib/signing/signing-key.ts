import type { Der } from './der-writer.ts';
import type { RandomSource } from './random.ts';

/** The algorithms that the national authority issues, and ECDSA. */
export const keyFamilies = ['rsa', 'ecdsa', 'gost-2015', 'gost-2004'] as const;
export type KeyFamily = (typeof keyFamilies)[number];

/**
 * A person's private key, with everything that a signer writes beside the signature. The structures are complete DER.
 */
export interface PersonKey {
  readonly family: KeyFamily;
  /** SubjectPublicKeyInfo. */
  readonly spki: Der;
  /** The combined AlgorithmIdentifier of certificates, CRLs, OCSP, and of SignerInfo for GOST (docs/eds.md). */
  readonly signatureAlgorithm: Der;
  /** AlgorithmIdentifier of the digest that belongs to it. */
  readonly digestAlgorithm: Der;
  readonly digest: (message: Uint8Array) => Uint8Array;
  /** A browser can sign by RSA only asynchronously. */
  readonly sign: (message: Uint8Array) => Uint8Array | Promise<Uint8Array>;
}

/** A key that signs synchronously: GOST, and all keys of the demo authority. */
export interface SigningKey extends PersonKey {
  /** PrivateKeyInfo (RFC 5958), unencrypted. */
  readonly pkcs8: Der;
  /** GOST keys use `random`; RSA needs none, and OpenSSL has its own random source for ECDSA. */
  readonly sign: (message: Uint8Array, random?: RandomSource) => Uint8Array;
}
