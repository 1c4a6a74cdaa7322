/**
 * Multiplication modulo p = 2^bits − excess: 2^bits ≡ excess, so what stands above bit `bits` is folded down by one small product. Two folds
 * bring a product below 2^bits + 2^20; results are representatives, negative ones included, and only `residue` makes them canonical.
 */
export interface Field {
  readonly p: bigint;
  readonly multiply: (a: bigint, b: bigint) => bigint;
  readonly square: (a: bigint) => bigint;
  /** The representative in [0, p). */
  readonly residue: (a: bigint) => bigint;
  readonly isZero: (a: bigint) => boolean;
}

export function foldingField(p: bigint, bits: number, excess: bigint): Field {
  const shift = BigInt(bits);
  const fold = (wide: bigint): bigint => {
    const once = BigInt.asUintN(bits, wide) + (wide >> shift) * excess;
    return BigInt.asUintN(bits, once) + (once >> shift) * excess;
  };
  return {
    p,
    multiply: (a, b) => fold(a * b),
    square: (a) => fold(a * a),
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
