import { invertModulo, type Field } from './field.ts';
import { add, double, infinity, negate, type JacobianPoint } from './point.ts';

/** P, 3P, 5P, … : the 2^(width−2) odd multiples that a non-adjacent form of that width needs. */
export function oddMultiples(field: Field, point: JacobianPoint, width: number): readonly JacobianPoint[] {
  const twice = double(field, point);
  const multiples = [point];
  for (let last = point; multiples.length < 2 ** (width - 2);) {
    last = add(field, last, twice);
    multiples.push(last);
  }
  return multiples;
}

/** The same points with z = 1, with one inversion for all (Montgomery's trick); none may be infinity. */
export function makeAffine(field: Field, points: readonly JacobianPoint[]): readonly JacobianPoint[] {
  const { tight, residue, p } = field;
  const prefixes: bigint[] = [];
  let product = 1n;
  for (const { z } of points) {
    prefixes.push(product);
    product = tight(product * z);
  }
  let inverse = invertModulo(residue(product), p);
  return [...points]
    .reverse()
    .map(({ x, y, z }) => {
      const inverseZ = tight(inverse * (prefixes.pop() ?? 1n));
      inverse = tight(inverse * z);
      const squared = tight(inverseZ * inverseZ);
      return { x: residue(x * squared), y: residue(y * tight(squared * inverseZ)), z: 1n };
    })
    .reverse();
}

/**
 * Digits of k ≥ 0, least significant first: zero or odd, below 2^(width−1) in absolute value; any `width` in a row have
 * at most one that is not zero.
 */
export function nonAdjacentForm(k: bigint, width: number): readonly number[] {
  const digits: number[] = [];
  // Windows of a fixed size over the binary text: shifting a 512-bit integer digit by digit would cost more than the
  // additions it saves.
  const bits = k.toString(2);
  let carry = 0;
  const bit = (at: number): number => (bits.charCodeAt(bits.length - 1 - at) === 49 ? 1 : 0);
  for (let at = 0; at < bits.length || carry > 0;) {
    if (bit(at) === carry) {
      digits.push(0);
      at++;
      continue;
    }
    let window = carry;
    for (let place = 0; place < width; place++) window += bit(at + place) << place;
    carry = window >= 2 ** (width - 1) ? 1 : 0;
    digits.push(window - carry * 2 ** width, ...Array<number>(width - 1).fill(0));
    at += width;
  }
  return digits;
}

/** One scalar's share of a sum: its digits and the odd multiples of its point. */
export interface Share {
  readonly digits: readonly number[];
  readonly multiples: readonly JacobianPoint[];
}

/** Σ kᵢPᵢ; all shares use the same doublings (Möller's interleaving). */
export function sumOfProducts(field: Field, shares: readonly Share[]): JacobianPoint {
  let sum = infinity;
  for (let place = Math.max(...shares.map(({ digits }) => digits.length)) - 1; place >= 0; place--) {
    sum = double(field, sum);
    for (const { digits, multiples } of shares) {
      const digit = digits[place] ?? 0;
      const multiple = multiples[(Math.abs(digit) - 1) / 2];
      if (multiple !== undefined) sum = add(field, sum, digit > 0 ? multiple : negate(multiple));
    }
  }
  return sum;
}
