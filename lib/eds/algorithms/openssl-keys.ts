import { createPublicKey, type KeyObject } from 'node:crypto';
import { readKeySize, type KeySize } from './key-size.ts';

/**
 * Bounds on what is worth computing: a hostile 16384-bit key with a full-size exponent costs seconds. 8192 bits and an exponent of
 * 64 bits are above anything that an authority issues.
 */
const longestModulus = 8192;
const longestExponent = 64;
/** DSA is of the past and of PKITS alone (FIPS 186-4 4.2). */
const longestDsaModulus = 3072;

/** P-256, P-384 and P-521 by name: a curve spelled out could have any generator (RFC 5480 2.1.1). */
const curves: ReadonlySet<string> = new Set(['1.2.840.10045.3.1.7', '1.3.132.0.34', '1.3.132.0.35']);

interface Known {
  readonly size: KeySize | undefined;
  key?: KeyObject | 'unsupported';
}

/** An imported key costs as much as a verification; certificates of authorities come again and again as the same bytes object. */
const keys = new WeakMap<Uint8Array, Known>();

/** Undefined for an unreadable key, and for one that is not worth computing with. */
export function sizeOfKey(spki: Uint8Array): KeySize | undefined {
  const { size } = know(spki);
  return isWithinBounds(size) ? size : undefined;
}

function know(spki: Uint8Array): Known {
  let known = keys.get(spki);
  if (known === undefined) keys.set(spki, (known = { size: readKeySize(spki) }));
  return known;
}

/** The key of a DER SubjectPublicKeyInfo, or `unsupported` when OpenSSL does not know it or it is out of bounds. */
export function importPublicKey(spki: Uint8Array): KeyObject | 'unsupported' {
  const known = know(spki);
  return (known.key ??= isWithinBounds(known.size) ? readKey(spki, known.size) : 'unsupported');
}

function readKey(spki: Uint8Array, size: KeySize | undefined): KeyObject | 'unsupported' {
  const plain = size?.kind === 'rsa' ? size.plain : undefined;
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

function isWithinBounds(size: KeySize | undefined): boolean {
  if (size?.kind === 'rsa') return size.modulus <= longestModulus && size.exponent <= longestExponent;
  if (size?.kind === 'ec') return size.curve !== undefined && curves.has(size.curve);
  return size?.kind === 'dsa' && size.modulus <= longestDsaModulus;
}

/** Length in bits of an RSA modulus; undefined for other keys. */
export function modulusBits(spki: Uint8Array): number | undefined {
  const { size } = know(spki);
  return size?.kind === 'rsa' ? size.modulus : undefined;
}
