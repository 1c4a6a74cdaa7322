import { createPublicKey, type KeyObject } from 'node:crypto';
import { readKeySize, type KeySize } from './key-size.ts';

/**
 * Bounds on what is worth computing: a hostile 16384-bit key with a full-size exponent costs seconds. 8192 bits and an exponent of
 * 64 bits are above anything that an authority issues.
 */
const longestModulus = 8192;
const longestExponent = 64;

/** P-256, P-384 and P-521 by name: a curve spelled out could have any generator (RFC 5480 2.1.1). */
const curves: ReadonlySet<string> = new Set(['1.2.840.10045.3.1.7', '1.3.132.0.34', '1.3.132.0.35']);

interface Imported {
  readonly size: KeySize | undefined;
  readonly key: KeyObject | 'unsupported';
}

/** An imported key costs as much as a verification; certificates of authorities come again and again as the same bytes object. */
const imported = new WeakMap<Uint8Array, Imported>();

function importOnce(spki: Uint8Array): Imported {
  let known = imported.get(spki);
  if (known === undefined) {
    const size = readKeySize(spki);
    known = { size, key: isWithinBounds(size) ? readKey(spki) : 'unsupported' };
    imported.set(spki, known);
  }
  return known;
}

/** The key of a DER SubjectPublicKeyInfo, or `unsupported` when OpenSSL does not know it or it is out of bounds. */
export const importPublicKey = (spki: Uint8Array): KeyObject | 'unsupported' => importOnce(spki).key;

function readKey(spki: Uint8Array): KeyObject | 'unsupported' {
  try {
    const key = Buffer.from(spki.buffer, spki.byteOffset, spki.byteLength);
    return createPublicKey({ key, format: 'der', type: 'spki' });
  } catch {
    return 'unsupported';
  }
}

function isWithinBounds(size: KeySize | undefined): boolean {
  if (size?.kind === 'rsa') return size.modulus <= longestModulus && size.exponent <= longestExponent;
  if (size?.kind === 'ec') return size.curve !== undefined && curves.has(size.curve);
  // DSA is of the past and of PKITS alone; OpenSSL has its own limits for it (10,000 bits).
  return size?.kind === 'dsa';
}

/** Length in bits of an RSA modulus; undefined for other keys. */
export function modulusBits(spki: Uint8Array): number | undefined {
  const { size } = importOnce(spki);
  return size?.kind === 'rsa' ? size.modulus : undefined;
}
