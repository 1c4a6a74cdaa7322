import type { Curve, Point } from './curve.ts';
import { invertModulo } from './field.ts';
import { readLittleEndian } from './little-endian.ts';

/**
 * Verifies r || s, each little-endian and as long as a coordinate, over `digest` (RFC 7091 section 6.2; byte orders as the authority
 * writes them, the reverse of RFC 9215).
 *
 *     e = digest mod q, 0 becoming 1;  v = e⁻¹;  C = s·v·P − r·v·Q;  valid when C.x mod q = r
 *
 * False for a signature of another length, r or s outside (0, q), and a key that is not on the curve.
 */
export function verifyGostSignature(curve: Curve, key: Point, digest: Uint8Array, signature: Uint8Array): boolean {
  const length = curve.bits / 8;
  if (signature.length !== 2 * length || !curve.contains(key)) return false;
  const r = readLittleEndian(signature.subarray(0, length));
  const s = readLittleEndian(signature.subarray(length));
  const { q } = curve;
  if (r === 0n || r >= q || s === 0n || s >= q) return false;
  const v = invertModulo(digestInteger(digest, q), q);
  return curve.combinationHasX((s * v) % q, ((q - r) * v) % q, key, r);
}

/** The integer e of a digest (RFC 7091 section 6.1 step 2); a signer needs the same. */
export function digestInteger(digest: Uint8Array, q: bigint): bigint {
  return readLittleEndian(digest) % q || 1n;
}

/** A public key's point: x || y, each little-endian; undefined unless both halves have `curve.bits / 8` bytes. */
export function readPoint(curve: Curve, bytes: Uint8Array): Point | undefined {
  const length = curve.bits / 8;
  if (bytes.length !== 2 * length) return undefined;
  return { x: readLittleEndian(bytes.subarray(0, length)), y: readLittleEndian(bytes.subarray(length)) };
}
