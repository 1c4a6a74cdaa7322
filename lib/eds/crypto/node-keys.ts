import { createPublicKey, type KeyObject } from 'node:crypto';
import { sizeOfKey } from '../algorithms/key-bounds.ts';
import type { KeySize } from '../algorithms/key-size.ts';

/**
 * Importing a key costs as much as a verification. Certificates of authorities are used again and again as the same
 * bytes object.
 */
const keys = new WeakMap<Uint8Array, KeyObject | 'unsupported'>();

/** The key of a DER SubjectPublicKeyInfo, or `unsupported` if OpenSSL does not know it or it is beyond the limits. */
export function importPublicKey(spki: Uint8Array): KeyObject | 'unsupported' {
  const known = keys.get(spki);
  if (known !== undefined) return known;
  const size = sizeOfKey(spki);
  const key = size === undefined ? 'unsupported' : readKey(spki, size);
  keys.set(spki, key);
  return key;
}

function readKey(spki: Uint8Array, size: KeySize): KeyObject | 'unsupported' {
  const plain = size.kind === 'rsa' ? size.plain : undefined;
  try {
    // OpenSSL reads a bare RSAPublicKey faster.
    return createPublicKey(plain ? wrapPem('RSA PUBLIC KEY', plain) : wrapPem('PUBLIC KEY', spki));
  } catch {
    return 'unsupported';
  }
}

/**
 * RFC 7468 3. Given DER in an object, Node 24 throws and catches four errors to find out that it is not a KeyObject,
 * which costs as much as the verification of the signature. A string avoids this. OpenSSL accepts lines of any length.
 */
function wrapPem(label: string, der: Uint8Array): string {
  const base64 = Buffer.from(der.buffer, der.byteOffset, der.byteLength).toString('base64');
  return `-----BEGIN ${label}-----\n${base64}\n-----END ${label}-----\n`;
}
