import { readKeySize, type KeySize } from './key-size.ts';

/**
 * Limits on keys: a hostile 16384-bit key with a full-size exponent costs seconds. 8192 bits and an exponent of 64 bits
 * are more than any authority issues.
 */
const longestModulus = 8192;
const longestExponent = 64;
/** DSA occurs only in old signatures and in PKITS (FIPS 186-4 4.2). */
const longestDsaModulus = 3072;

/** P-256, P-384 and P-521 by name: a curve with explicit parameters could have any generator (RFC 5480 2.1.1). */
const curves: ReadonlySet<string> = new Set(['1.2.840.10045.3.1.7', '1.3.132.0.34', '1.3.132.0.35']);

/** Certificates of authorities are used again and again as the same bytes object. */
const known = new WeakMap<Uint8Array, { readonly size: KeySize | undefined }>();

/** Undefined for an unreadable key, and for one beyond the limits. */
export function sizeOfKey(spki: Uint8Array): KeySize | undefined {
  const size = know(spki);
  return isWithinBounds(size) ? size : undefined;
}

function know(spki: Uint8Array): KeySize | undefined {
  const found = known.get(spki);
  if (found !== undefined) return found.size;
  const size = readKeySize(spki);
  known.set(spki, { size });
  return size;
}

function isWithinBounds(size: KeySize | undefined): boolean {
  if (size?.kind === 'rsa') return size.modulus <= longestModulus && size.exponent <= longestExponent;
  if (size?.kind === 'ec') return size.curve !== undefined && curves.has(size.curve);
  return size?.kind === 'dsa' && size.modulus <= longestDsaModulus;
}

/** Length in bits of an RSA modulus; undefined for other keys. */
export function modulusBits(spki: Uint8Array): number | undefined {
  const size = know(spki);
  return size?.kind === 'rsa' ? size.modulus : undefined;
}
