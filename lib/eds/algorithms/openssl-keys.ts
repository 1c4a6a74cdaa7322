import { createPublicKey, type KeyObject } from 'node:crypto';

/**
 * Bounds on what is worth computing: a hostile 16384-bit key with a full-size exponent costs seconds. 8192 bits and an exponent of
 * 64 bits are above anything that an authority issues.
 */
const longestModulus = 8192;
const longestExponent = 1n << 64n;

/** Curves by OpenSSL's name, with the order's bit length's usual name (RFC 5480 2.1.1.1). */
const curves: ReadonlySet<string> = new Set(['prime256v1', 'secp384r1', 'secp521r1']);

/** An imported key costs as much as a verification; certificates of authorities come again and again as the same bytes object. */
const imported = new WeakMap<Uint8Array, KeyObject | 'unsupported'>();

/** The key of a DER SubjectPublicKeyInfo, or `unsupported` when OpenSSL does not know it or it is out of bounds. */
export function importPublicKey(spki: Uint8Array): KeyObject | 'unsupported' {
  const known = imported.get(spki);
  if (known !== undefined) return known;
  const key = readKey(spki);
  imported.set(spki, key);
  return key;
}

function readKey(spki: Uint8Array): KeyObject | 'unsupported' {
  try {
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    return isWithinBounds(key) ? key : 'unsupported';
  } catch {
    return 'unsupported';
  }
}

function isWithinBounds(key: KeyObject): boolean {
  const { modulusLength, publicExponent, namedCurve } = key.asymmetricKeyDetails ?? {};
  switch (key.asymmetricKeyType) {
    case 'rsa':
    case 'rsa-pss':
      return (modulusLength ?? 0) <= longestModulus && (publicExponent ?? 0n) < longestExponent;
    case 'ec':
      return curves.has(namedCurve ?? '');
    case 'dsa':
      return (modulusLength ?? 0) <= longestModulus;
    default:
      return false;
  }
}

/** Length in bits of an RSA or DSA modulus; undefined for other keys. */
export function modulusBits(spki: Uint8Array): number | undefined {
  const key = importPublicKey(spki);
  return key === 'unsupported' ? undefined : key.asymmetricKeyDetails?.modulusLength;
}
