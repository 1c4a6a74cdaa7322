import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';

/**
 * The digests for the seal of key files and for deriving their keys. PKCS#12 derives keys by thousands of hashes in a
 * row, for which WebCrypto's asynchronous digest is too slow. PBKDF2 runs in WebCrypto, with `web` as the digest's
 * name.
 */
export const keyFileDigests = [
  { hash: sha1, web: 'SHA-1', digest: '1.3.14.3.2.26', hmac: '1.2.840.113549.2.7' },
  { hash: sha256, web: 'SHA-256', digest: '2.16.840.1.101.3.4.2.1', hmac: '1.2.840.113549.2.9' },
  { hash: sha384, web: 'SHA-384', digest: '2.16.840.1.101.3.4.2.2', hmac: '1.2.840.113549.2.10' },
  { hash: sha512, web: 'SHA-512', digest: '2.16.840.1.101.3.4.2.3', hmac: '1.2.840.113549.2.11' },
] as const;
export type KeyFileDigest = (typeof keyFileDigests)[number];

export const findKeyFileDigest = (kind: 'digest' | 'hmac', oid: string): KeyFileDigest | undefined =>
  keyFileDigests.find((each) => each[kind] === oid);
