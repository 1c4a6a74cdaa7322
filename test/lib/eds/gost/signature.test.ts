import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gost2004Curve, gost2015Curve } from '../../../../lib/eds/gost/curve.ts';
import { readLittleEndian, writeLittleEndian } from '../../../../lib/eds/gost/little-endian.ts';
import { digestInteger, readPoint, verifyGostSignature } from '../../../../lib/eds/gost/signature.ts';

describe.each([gost2004Curve, gost2015Curve])('$name', (curve) => {
  const length = curve.bits / 8;
  const scalar = fc.bigInt({ min: 1n, max: curve.q - 1n });
  const digest = fc.uint8Array({ minLength: length, maxLength: length });

  /** RFC 7091 section 6.1 with a given nonce, in the authority's form. */
  const sign = (d: bigint, k: bigint, hash: Uint8Array): Uint8Array => {
    const r = curve.multiplyBase(k).x % curve.q;
    const s = (r * d + k * digestInteger(hash, curve.q)) % curve.q;
    return Buffer.concat([writeLittleEndian(r, length), writeLittleEndian(s, length)]);
  };

  it('has a base point on the curve whose order is q', () => {
    expect(curve.contains({ x: curve.baseX, y: curve.baseY })).toBe(true);
    const last = curve.multiplyBase(curve.q - 1n);
    expect(last).toEqual({ x: curve.baseX, y: curve.p - curve.baseY });
  });

  it('multiplies like repeated addition', () => {
    fc.assert(
      fc.property(scalar, scalar, (a, b) => {
        const sum = (a + b) % curve.q;
        fc.pre(sum !== 0n);
        // (a + b)·P computed as a·P + 1·(b·P): both ways give the same x.
        const { x } = curve.multiplyBase(sum);
        expect(curve.combinationHasX(a, 1n, curve.multiplyBase(b), x % curve.q)).toBe(true);
      }),
      { numRuns: 10 },
    );
  });

  it('accepts what was signed and refuses every change of one bit', () => {
    fc.assert(
      fc.property(scalar, scalar, digest, fc.nat(16 * length - 1), (d, k, hash, bit) => {
        const key = curve.multiplyBase(d);
        const signature = sign(d, k, hash);
        expect(verifyGostSignature(curve, key, hash, signature)).toBe(true);
        const spoilt = Uint8Array.from(signature);
        spoilt[bit >> 3]! ^= 1 << (bit & 7);
        expect(verifyGostSignature(curve, key, hash, spoilt)).toBe(false);
      }),
      { numRuns: 10 },
    );
  });

  it('refuses r and s out of range, a key off the curve and another length', () => {
    const key = curve.multiplyBase(7n);
    const hash = new Uint8Array(length).fill(5);
    const good = sign(7n, 11n, hash);
    const r = readLittleEndian(good.subarray(0, length));
    const s = readLittleEndian(good.subarray(length));
    const pair = (a: bigint, b: bigint): Uint8Array =>
      Buffer.concat([writeLittleEndian(a, length), writeLittleEndian(b, length)]);
    for (const spoilt of [
      pair(0n, s),
      pair(r, 0n),
      pair(0n, 0n),
      pair(curve.q, s),
      pair(r, curve.q),
      good.subarray(1),
    ]) {
      expect(verifyGostSignature(curve, key, hash, spoilt)).toBe(false);
    }
    if (r + curve.q < 2n ** BigInt(curve.bits))
      expect(verifyGostSignature(curve, key, hash, pair(r + curve.q, s))).toBe(false);
    expect(verifyGostSignature(curve, { ...key, y: key.y + 1n }, hash, good)).toBe(false);
    expect(verifyGostSignature(curve, { x: key.x + curve.p, y: key.y }, hash, good)).toBe(false);
  });

  it('takes the digest 0 for 1', () => {
    expect(digestInteger(new Uint8Array(length), curve.q)).toBe(1n);
    expect(digestInteger(writeLittleEndian(curve.q, length), curve.q)).toBe(1n);
  });

  it('reads only points of the right length', () => {
    expect(readPoint(curve, new Uint8Array(2 * length - 1))).toBeUndefined();
    expect(readPoint(curve, new Uint8Array(2 * length))).toEqual({ x: 0n, y: 0n });
  });
});
