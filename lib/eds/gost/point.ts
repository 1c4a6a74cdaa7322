import type { Field } from './field.ts';

/** (X/Z², Y/Z³); Z ≡ 0 is the point at infinity. Coordinates are representatives (see Field). */
export interface JacobianPoint {
  readonly x: bigint;
  readonly y: bigint;
  readonly z: bigint;
}

export const infinity: JacobianPoint = { x: 1n, y: 1n, z: 0n };

export const negate = (point: JacobianPoint): JacobianPoint => ({ x: point.x, y: -point.y, z: point.z });

/** 2P for a = −3 (Explicit-Formulas Database, dbl-2001-b). */
export function double({ multiply, square }: Field, { x, y, z }: JacobianPoint): JacobianPoint {
  if (z === 0n) return infinity;
  const delta = square(z);
  const gamma = square(y);
  const beta = multiply(x, gamma);
  const alpha = multiply(3n * (x - delta), x + delta);
  const x3 = square(alpha) - 8n * beta;
  return { x: x3, y: multiply(alpha, 4n * beta - x3) - 8n * square(gamma), z: 2n * multiply(y, z) };
}

/** P + Q, where Q may be affine (z = 1) for fewer products (add-2007-bl, madd-2007-bl without their doublings). */
export function add(field: Field, left: JacobianPoint, right: JacobianPoint): JacobianPoint {
  if (left.z === 0n) return right;
  if (right.z === 0n) return left;
  const { multiply, square, isZero } = field;
  const affine = right.z === 1n;
  const leftZ2 = square(left.z);
  const u2 = multiply(right.x, leftZ2);
  const s2 = multiply(right.y, multiply(leftZ2, left.z));
  const rightZ2 = affine ? 1n : square(right.z);
  const u1 = affine ? left.x : multiply(left.x, rightZ2);
  const s1 = affine ? left.y : multiply(left.y, multiply(rightZ2, right.z));
  const h = u2 - u1;
  const r = s2 - s1;
  if (isZero(h)) return isZero(r) ? double(field, left) : infinity;
  const h2 = square(h);
  const h3 = multiply(h2, h);
  const v = multiply(u1, h2);
  const x = square(r) - h3 - 2n * v;
  const zz = affine ? left.z : multiply(left.z, right.z);
  return { x, y: multiply(r, v - x) - multiply(s1, h3), z: multiply(zz, h) };
}
