import { constants, createHash, hash as hashWhole, publicDecrypt, verify } from 'node:crypto';
import { opensslDigest, type OpensslDigestName } from '../algorithms/digest-names.ts';
import type { RunningDigest } from '../running-digest.ts';
import { importPublicKey } from './node-keys.ts';
import type { Answer, KeyType } from './port.ts';
import { encodePkcs1 } from './rsa-encodings.ts';

/** The crypto port for Node: OpenSSL, tens of times as fast as any JavaScript. */
export { pssByName, verifyPss } from './node-pss.ts';

export const hash = (name: OpensslDigestName, message: Uint8Array): Uint8Array =>
  hashWhole(opensslDigest[name], message, 'buffer');

export const hashHex = (name: OpensslDigestName, message: Uint8Array): string =>
  hashWhole(opensslDigest[name], message, 'hex');

export const sameOctets = (left: Uint8Array, right: Uint8Array): boolean => Buffer.compare(left, right) === 0;

export function startHash(name: OpensslDigestName): RunningDigest {
  const running = createHash(opensslDigest[name]);
  return { update: (octets) => void running.update(octets), finish: () => running.digest() };
}

/** Node's defaults are right, and passing the key without options is a third faster. */
export function verifyMessage(
  type: KeyType,
  digest: OpensslDigestName,
  spki: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Answer {
  const key = importPublicKey(spki);
  if (key === 'unsupported' || key.asymmetricKeyType !== type) return 'unsupported';
  try {
    return verify(opensslDigest[digest], message, key, signature) ? 'valid' : 'invalid';
  } catch {
    // For some malformed DSA signatures OpenSSL throws instead of answering.
    return 'invalid';
  }
}

export function verifyPkcs1Digest(
  name: OpensslDigestName,
  spki: Uint8Array,
  digest: Uint8Array,
  signature: Uint8Array,
): Answer {
  const key = importPublicKey(spki);
  if (key === 'unsupported' || key.asymmetricKeyType !== 'rsa') return 'unsupported';
  const expected = encodePkcs1(name, digest, signature.length);
  if (expected === undefined) return 'invalid';
  try {
    const found = publicDecrypt({ key, padding: constants.RSA_NO_PADDING }, signature);
    return found.equals(expected) ? 'valid' : 'invalid';
  } catch {
    // A signature that is not below the modulus (RFC 8017 8.2.2 step 2b).
    return 'invalid';
  }
}
