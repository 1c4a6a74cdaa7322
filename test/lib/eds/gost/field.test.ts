import { weierstrass } from '@noble/curves/abstract/weierstrass.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gost2004Curve, gost2015Curve } from '../../../../lib/eds/gost/curve.ts';
import { foldingField, invertModulo } from '../../../../lib/eds/gost/field.ts';

describe.each([gost2004Curve, gost2015Curve])('modulo p of $name', (curve) => {
  const { p, bits, excess, q, b } = curve;
  const field = foldingField(p, bits, excess);
  const wide = fc.bigInt({ min: -(2n ** BigInt(2 * bits + 200)), max: 2n ** BigInt(2 * bits + 200) });
  const residue = (a: bigint): bigint => ((a % p) + p) % p;

  it('folds to the same residue, within the tight bound', () => {
    fc.assert(
      fc.property(wide, (a) => {
        expect(field.residue(field.loose(a))).toBe(residue(a));
        expect(field.residue(field.tight(a))).toBe(residue(a));
        const tight = field.tight(a);
        expect(tight < 2n ** BigInt(bits + 1) && tight > -(2n ** BigInt(bits + 1))).toBe(true);
        expect(field.isZero(a)).toBe(residue(a) === 0n);
      }),
    );
    for (const a of [0n, p, -p, 2n ** BigInt(bits), p * p]) expect(field.isZero(a)).toBe(residue(a) === 0n);
  });

  it('inverts', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: q - 1n }), (a) => {
        expect((invertModulo(a, q) * a) % q).toBe(1n);
      }),
    );
  });

  it('multiplies the base point as an independent library does', () => {
    const points = weierstrass({ p, n: q, h: 1n, a: p - 3n, b, Gx: curve.baseX, Gy: curve.baseY });
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: q - 1n }), (k) => {
        const { x, y } = points.BASE.multiplyUnsafe(k).toAffine();
        expect(curve.multiplyBase(k)).toEqual({ x, y });
      }),
      { numRuns: 20 },
    );
  });
});
