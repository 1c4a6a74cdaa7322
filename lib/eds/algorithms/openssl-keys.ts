import { createPublicKey, type KeyObject, type PublicKeyInput } from 'node:crypto';
import { readKeySize, type KeySize } from './key-size.ts';

/**
 * Bounds on what is worth computing: a hostile 16384-bit key with a full-size exponent costs seconds. 8192 bits and an exponent of
 * 64 bits are above anything that an authority issues.
 */
const longestModulus = 8192;
const longestExponent = 64;

/** P-256, P-384 and P-521 by name: a curve spelled out could have any generator (RFC 5480 2.1.1). */
const curves: ReadonlySet<string> = new Set(['1.2.840.10045.3.1.7', '1.3.132.0.34', '1.3.132.0.35']);

interface Known {
  readonly size: KeySize | undefined;
  key?: KeyObject | 'unsupported';
  /** Whether it was handed over unimported once. */
  seen: boolean;
}

/** An imported key costs as much as a verification; certificates of authorities come again and again as the same bytes object. */
const keys = new WeakMap<Uint8Array, Known>();

function know(spki: Uint8Array): Known {
  let known = keys.get(spki);
  if (known === undefined) keys.set(spki, (known = { size: readKeySize(spki), seen: false }));
  return known;
}

/** The key of a DER SubjectPublicKeyInfo, or `unsupported` when OpenSSL does not know it or it is out of bounds. */
export function importPublicKey(spki: Uint8Array): KeyObject | 'unsupported' {
  const known = know(spki);
  return (known.key ??= isWithinBounds(known.size) ? readKey(spki) : 'unsupported');
}

/**
 * At the first time an RSA key as its bare RSAPublicKey, for `verify` to read: for a key that never comes again (a citizen's) that costs a third
 * less than to import it. Undefined when it has come before, and for other keys.
 */
export function bareRsaKey(spki: Uint8Array): PublicKeyInput | undefined {
  const known = know(spki);
  const { size, seen } = known;
  known.seen = true;
  if (seen || known.key || size?.kind !== 'rsa' || !size.plain || !isWithinBounds(size)) return undefined;
  return { key: Buffer.from(size.plain), format: 'der', type: 'pkcs1' };
}

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
  const { size } = know(spki);
  return size?.kind === 'rsa' ? size.modulus : undefined;
}
