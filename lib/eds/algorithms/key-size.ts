import { attempt } from '../attempt.ts';
import { Fields, readBitStringOctets, readDer, readIntegerOctets, readOid, tags } from '../der.ts';

/**
 * What a SubjectPublicKeyInfo says about its key. It is read without OpenSSL, which is cheaper and happens before
 * anything is computed with a hostile key.
 */
export type KeySize =
  | {
      readonly kind: 'rsa';
      /** Lengths in bits. */
      readonly modulus: number;
      readonly exponent: number;
      /** DER of the RSAPublicKey, if the key is for any RSA scheme (rsaEncryption). */
      readonly plain?: Uint8Array;
    }
  | { readonly kind: 'ec'; /** Dotted OID; absent if the curve has explicit parameters. */ readonly curve?: string }
  | { readonly kind: 'dsa'; /** Bits of the prime. */ readonly modulus: number }
  | { readonly kind: 'other' };

const rsaEncryption = '1.2.840.113549.1.1.1';
const kinds: Readonly<Record<string, 'rsa' | 'ec' | 'dsa'>> = {
  [rsaEncryption]: 'rsa',
  '1.2.840.113549.1.1.10': 'rsa',
  '1.2.840.10045.2.1': 'ec',
  '1.2.840.10040.4.1': 'dsa',
};

/**
 * Undefined if it is not a SubjectPublicKeyInfo. RFC 8017 A.1.1: `RSAPublicKey ::= SEQUENCE { modulus INTEGER,
 * publicExponent INTEGER }`.
 */
export function readKeySize(spki: Uint8Array): KeySize | undefined {
  return attempt(() => {
    const info = new Fields(readDer(spki, { bytes: 65_536, elements: 200 }));
    const algorithm = new Fields(info.any());
    const oid = readOid(algorithm.any());
    const kind = kinds[oid] ?? 'other';
    if (kind === 'ec') {
      const curve = algorithm.optional(tags.oid);
      return { kind, ...(curve && { curve: readOid(curve) }) };
    }
    // `Dss-Parms ::= SEQUENCE { p INTEGER, q INTEGER, g INTEGER }` (RFC 3279 2.3.2)
    if (kind === 'dsa') return { kind, modulus: bitLength(readIntegerOctets(new Fields(algorithm.any()).any())) };
    if (kind !== 'rsa') return { kind };
    const octets = readBitStringOctets(info.any());
    const key = new Fields(readDer(octets));
    return {
      kind,
      modulus: bitLength(readIntegerOctets(key.any())),
      exponent: bitLength(readIntegerOctets(key.any())),
      ...(oid === rsaEncryption && { plain: octets }),
    };
  });
}

/** Of a positive big-endian integer with at most one leading zero octet. */
function bitLength(octets: Uint8Array): number {
  const [first = 0, second = 0] = octets;
  return first === 0
    ? (octets.length - 2) * 8 + 32 - Math.clz32(second)
    : (octets.length - 1) * 8 + 32 - Math.clz32(first);
}
