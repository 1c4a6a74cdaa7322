import { curve2004, curve2015, type CurveParameters } from './curve-parameters.ts';
import { foldingField, invertModulo, type Field } from './field.ts';
import { makeAffine, nonAdjacentForm, oddMultiples, sumOfProducts, type Share } from './multiples.ts';
import type { JacobianPoint } from './point.ts';

export interface Point {
  readonly x: bigint;
  readonly y: bigint;
}

/**
 * Widths of the windows: the base point's table is made once and may be large; a key's table is made for each
 * verification.
 */
const baseWidth = 11;
const keyWidth = 6;

/**
 * The group of a curve. Times depend on the scalars: use it for verification and for demo keys, never for keys that
 * must stay secret on a server.
 */
export interface Curve extends CurveParameters {
  /** Both coordinates are in [0, p) and on the curve. The cofactor is 1, so every such point generates the group. */
  readonly contains: (point: Point) => boolean;
  /** k·P of the base point for 0 < k < q. */
  readonly multiplyBase: (k: bigint) => Point;
  /** Whether (z1·P + z2·Q).x mod q = r, without leaving projective coordinates. */
  readonly combinationHasX: (z1: bigint, z2: bigint, key: Point, r: bigint) => boolean;
}

function makeCurve(parameters: CurveParameters): Curve {
  const { p, q, b, bits, excess } = parameters;
  const field = foldingField(p, bits, excess);
  let baseMultiples: readonly JacobianPoint[] | undefined;
  const baseShare = (k: bigint): Share => {
    baseMultiples ??= makeAffine(
      field,
      oddMultiples(field, jacobian({ x: parameters.baseX, y: parameters.baseY }), baseWidth),
    );
    return { digits: nonAdjacentForm(k, baseWidth), multiples: baseMultiples };
  };
  return {
    ...parameters,
    contains: ({ x, y }) => x >= 0n && x < p && y >= 0n && y < p && field.isZero(y * y - (x * x * x - 3n * x + b)),
    multiplyBase: (k) => affine(field, sumOfProducts(field, [baseShare(k)])),
    combinationHasX: (z1, z2, key, r) => {
      const keyShare = {
        digits: nonAdjacentForm(z2, keyWidth),
        multiples: oddMultiples(field, jacobian(key), keyWidth),
      };
      const { x, z } = sumOfProducts(field, [baseShare(z1), keyShare]);
      if (field.isZero(z)) return false;
      const square = field.tight(z * z);
      const isX = (candidate: bigint): boolean => candidate < p && field.isZero(candidate * square - x);
      return isX(r) || isX(r + q);
    },
  };
}

const jacobian = ({ x, y }: Point): JacobianPoint => ({ x, y, z: 1n });

function affine(field: Field, { x, y, z }: JacobianPoint): Point {
  const inverse = invertModulo(z, field.p);
  const squared = field.tight(inverse * inverse);
  return { x: field.residue(x * squared), y: field.residue(y * field.tight(squared * inverse)) };
}

export const gost2004Curve = makeCurve(curve2004);
export const gost2015Curve = makeCurve(curve2015);
