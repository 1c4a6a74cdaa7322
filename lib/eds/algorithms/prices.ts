import type { KeySize } from './key-size.ts';

/** Microseconds of a verification by named curve; P-521 is OpenSSL's slowest. */
const curves: Readonly<Record<string, number>> = {
  '1.2.840.10045.3.1.7': 120,
  '1.3.132.0.34': 550,
  '1.3.132.0.35': 1100,
};

/**
 * Microseconds of a verification by OpenSSL, including the import of a new key. For RSA: the squarings of the modulus,
 * as many as the exponent has bits; for DSA, as many as its subgroup has bits. `docs/performance.md` says how they were
 * measured.
 */
export function opensslPrice(size: KeySize): number {
  switch (size.kind) {
    case 'rsa':
      return 60 + (size.modulus / 1000) ** 2 * Math.max(17, size.exponent) * 0.2;
    case 'dsa':
      return 60 + (size.modulus / 1000) ** 2 * 150;
    case 'ec':
      return curves[size.curve ?? ''] ?? 1100;
    default:
      return 0;
  }
}
