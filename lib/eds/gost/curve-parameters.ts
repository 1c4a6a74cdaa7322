/** y² = x³ + ax + b over the integers modulo p = 2^bits − excess, a = −3; (baseX, baseY) generates a group of prime order q, cofactor 1. */
export interface CurveParameters {
  readonly name: string;
  /** Length of p, and of a coordinate, in bits. */
  readonly bits: number;
  /** 2^bits − p: small, so a reduction is one multiplication by it (a "fold"). */
  readonly excess: bigint;
  readonly p: bigint;
  readonly b: bigint;
  readonly q: bigint;
  readonly baseX: bigint;
  readonly baseY: bigint;
}

/** GOST 34.310-2004 as the authority uses it; = GostR3410-2001-CryptoPro-A, RFC 4357 section 11.4. */
export const curve2004 = {
  name: '1.2.398.3.10.1.1.1.1.1',
  bits: 256,
  excess: 617n,
  p: 2n ** 256n - 617n,
  b: 0xa6n,
  q: 0xffffffffffffffffffffffffffffffff6c611070995ad10045841b09b761b893n,
  baseX: 1n,
  baseY: 0x8d91e471e0989cda27df505a453f2b7635294f2ddf23e3b122acc99c9e9f1e14n,
} as const satisfies CurveParameters;

/** GOST 34.10-2015, 512 bits; = id-tc26-gost-3410-12-512-paramSetA, RFC 7836 appendix A.1. */
export const curve2015 = {
  name: '1.2.398.3.10.1.1.2.2.1',
  bits: 512,
  excess: 569n,
  p: 2n ** 512n - 569n,
  b: 0xe8c2505dedfc86ddc1bd0b2b6667f1da34b82574761cb0e879bd081cfd0b6265ee3cb090f30d27614cb4574010da90dd862ef9d4ebee4761503190785a71c760n,
  q: 0xffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff27e69532f48d89116ff22b8d4e0560609b4b38abfad2b85dcacdb1411f10b275n,
  baseX: 3n,
  baseY:
    0x7503cfe87a836ae3a61b8816e25450e6ce5e1c93acf1abc1778064fdcbefa921df1626be4fd036e93d75e6a50e3a41e98028fe5fc235f5b889a589cb5215f2a4n,
} as const satisfies CurveParameters;
