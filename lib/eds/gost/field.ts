/**
 * Integers modulo p = 2^bits − excess. 2^bits ≡ excess, so the part above bit `bits` is folded down by one small
 * product. Representatives are not unique and may be negative; only `residue` makes them unique. Folding costs more
 * than multiplying, so the formulas fold as rarely as they can:
 *
 * - `tight` folds twice: below 2^(bits + 1) in absolute value from anything below 2^(2·bits + 200).
 * - `loose` folds once: a product of m bits becomes one of m − bits + 10, short enough to be multiplied again and then
 *   made tight.
 */
export interface Field {
  readonly p: bigint;
  readonly tight: (wide: bigint) => bigint;
  readonly loose: (wide: bigint) => bigint;
  /** The representative in [0, p). */
  readonly residue: (a: bigint) => bigint;
  readonly isZero: (a: bigint) => boolean;
}

export function foldingField(p: bigint, bits: number, excess: bigint): Field {
  const shift = BigInt(bits);
  const loose = (wide: bigint): bigint => BigInt.asUintN(bits, wide) + (wide >> shift) * excess;
  return {
    p,
    tight: (wide) => {
      const once = BigInt.asUintN(bits, wide) + (wide >> shift) * excess;
      return BigInt.asUintN(bits, once) + (once >> shift) * excess;
    },
    loose,
    residue: (a) => ((a % p) + p) % p,
    isZero: (a) => a % p === 0n,
  };
}

/** a⁻¹ modulo a prime, by the extended Euclidean algorithm; `a` must not be a multiple of it. Its time depends on `a`. */
export function invertModulo(a: bigint, modulus: bigint): bigint {
  let [previous, current] = [modulus, ((a % modulus) + modulus) % modulus];
  let [before, now] = [0n, 1n];
  while (current !== 0n) {
    const quotient = previous / current;
    [previous, current] = [current, previous - quotient * current];
    [before, now] = [now, before - quotient * now];
  }
  return before < 0n ? before + modulus : before;
}
