import { createPublicKey, type KeyObject } from 'node:crypto';
import { sizeOfKey } from '../algorithms/key-bounds.ts';
import type { KeySize } from '../algorithms/key-size.ts';

/** An imported key costs as much as a verification; certificates of authorities come again and again as the same bytes object. */
const keys = new WeakMap<Uint8Array, KeyObject | 'unsupported'>();

/** The key of a DER SubjectPublicKeyInfo, or `unsupported` when OpenSSL does not know it or it is out of bounds. */
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
    // OpenSSL reads a bare RSAPublicKey with less ado.
    return createPublicKey(plain ? wrapPem('RSA PUBLIC KEY', plain) : wrapPem('PUBLIC KEY', spki));
  } catch {
    return 'unsupported';
  }
}

/**
 * RFC 7468 3. Given DER in an object, Node 24 throws and catches four errors to find out that it is no KeyObject, which costs as much as the
 * signature's verification; a string is asked nothing. OpenSSL takes lines of any length.
 */
function wrapPem(label: string, der: Uint8Array): string {
  const base64 = Buffer.from(der.buffer, der.byteOffset, der.byteLength).toString('base64');
  return `-----BEGIN ${label}-----\n${base64}\n-----END ${label}-----\n`;
}
