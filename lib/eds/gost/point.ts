import type { Field } from './field.ts';

/** (X/Z², Y/Z³); Z ≡ 0 is the point at infinity. Coordinates are tight representatives (see Field). */
export interface JacobianPoint {
  readonly x: bigint;
  readonly y: bigint;
  readonly z: bigint;
}

export const infinity: JacobianPoint = { x: 1n, y: 1n, z: 0n };

export const negate = (point: JacobianPoint): JacobianPoint => ({ x: point.x, y: -point.y, z: point.z });

/** 2P for a = −3 (Explicit-Formulas Database, dbl-2001-b). No intermediate product has more than 2·bits + 90 bits. */
export function double({ loose, tight }: Field, { x, y, z }: JacobianPoint): JacobianPoint {
  if (z === 0n) return infinity;
  const delta = loose(z * z);
  const gamma = loose(y * y);
  const beta = loose(x * gamma);
  const alpha = loose(3n * (x - delta) * (x + delta));
  const x3 = tight(alpha * alpha - 8n * beta);
  return { x: x3, y: tight(alpha * (4n * beta - x3) - 8n * gamma * gamma), z: tight(2n * y * z) };
}

/** P + Q, where Q may be affine (z = 1) for fewer products (add-2007-bl, madd-2007-bl without their doublings). */
export function add(field: Field, left: JacobianPoint, right: JacobianPoint): JacobianPoint {
  if (left.z === 0n) return right;
  if (right.z === 0n) return left;
  const { loose, tight, isZero } = field;
  const affine = right.z === 1n;
  const leftZ2 = loose(left.z * left.z);
  const u2 = loose(right.x * leftZ2);
  const s2 = loose(right.y * loose(leftZ2 * left.z));
  const rightZ2 = affine ? 1n : loose(right.z * right.z);
  const u1 = affine ? left.x : loose(left.x * rightZ2);
  const s1 = affine ? left.y : loose(left.y * loose(rightZ2 * right.z));
  const h = u2 - u1;
  const r = s2 - s1;
  if (isZero(h)) return isZero(r) ? double(field, left) : infinity;
  const h2 = tight(h * h);
  const h3 = loose(h2 * h);
  const v = loose(u1 * h2);
  const x = tight(r * r - h3 - 2n * v);
  const zz = affine ? left.z : loose(left.z * right.z);
  return { x, y: tight(r * (v - x) - s1 * h3), z: tight(zz * h) };
}
