import { createHash } from 'node:crypto';

/** What the derived bytes are for (RFC 7292 appendix B.3). */
export type Purpose = 'key' | 'iv' | 'mac';
const identifiers = { key: 1, iv: 2, mac: 3 } satisfies Record<Purpose, number>;

/** Input block of the hash, in bytes; SHA-1 and SHA-256 share it. */
const blockBytes = 64;

export interface Derivation {
  readonly hash: 'sha1' | 'sha256';
  readonly password: string;
  readonly salt: Uint8Array;
  readonly iterations: number;
}

/** The key derivation of PKCS#12 (RFC 7292 appendix B.2), `length` bytes. */
export function derivePkcs12(purpose: Purpose, length: number, derivation: Derivation): Buffer {
  const { hash, salt, iterations } = derivation;
  const diversifier = Buffer.alloc(blockBytes, identifiers[purpose]);
  const input = Buffer.concat([filled(salt), filled(bmpPassword(derivation.password))]);
  const derived: Buffer[] = [];
  for (let have = 0; have < length;) {
    let block: Buffer = createHash(hash).update(diversifier).update(input).digest();
    for (let round = 1; round < iterations; round++) block = createHash(hash).update(block).digest();
    derived.push(block);
    have += block.length;
    addToEachBlock(input, Buffer.alloc(blockBytes, block));
  }
  return Buffer.concat(derived).subarray(0, length);
}

/** B.1: UTF-16 big-endian with a terminating zero. */
const bmpPassword = (password: string): Buffer => Buffer.from(`${password}\0`, 'utf16le').swap16();

/** Copies of the bytes up to a whole number of blocks. */
const filled = (bytes: Uint8Array): Buffer =>
  bytes.length === 0 ? Buffer.alloc(0) : Buffer.alloc(Math.ceil(bytes.length / blockBytes) * blockBytes, bytes);

/** Each block of `input` becomes itself + addend + 1 modulo 2^512 (B.2 step 6C). */
function addToEachBlock(input: Buffer, addend: Buffer): void {
  for (let start = 0; start < input.length; start += blockBytes) {
    let carry = 1;
    for (let at = blockBytes - 1; at >= 0; at--) {
      carry += input[start + at]! + addend[at]!;
      input[start + at] = carry & 255;
      carry >>= 8;
    }
  }
}
