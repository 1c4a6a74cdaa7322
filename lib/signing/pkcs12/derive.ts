import { concatBytes } from '../../eds/bytes.ts';
import type { KeyFileDigest } from './digests.ts';

/** What the derived bytes are for (RFC 7292 appendix B.3). */
export type Purpose = 'key' | 'iv' | 'mac';
const identifiers = { key: 1, iv: 2, mac: 3 } satisfies Record<Purpose, number>;

export interface Derivation {
  readonly hash: KeyFileDigest['hash'];
  readonly password: string;
  readonly salt: Uint8Array;
  readonly iterations: number;
}

/** The key derivation of PKCS#12 (RFC 7292 appendix B.2), `length` bytes. */
export function derivePkcs12(purpose: Purpose, length: number, derivation: Derivation): Uint8Array<ArrayBuffer> {
  const { hash, salt, iterations } = derivation;
  const block = hash.blockLen;
  const diversifier = new Uint8Array(block).fill(identifiers[purpose]);
  const input = concatBytes([filled(salt, block), filled(bmpPassword(derivation.password), block)]);
  const derived: Uint8Array[] = [];
  for (let have = 0; have < length; have += hash.outputLen) {
    let digest: Uint8Array = hash(concatBytes([diversifier, input]));
    for (let round = 1; round < iterations; round++) digest = hash(digest);
    derived.push(digest);
    addToEachBlock(input, repeated(digest, block));
  }
  return concatBytes(derived).slice(0, length);
}

/** B.1: UTF-16 big-endian with a terminating zero. */
function bmpPassword(password: string): Uint8Array {
  const octets = new DataView(new ArrayBuffer(2 * password.length + 2));
  for (let at = 0; at < password.length; at++) octets.setUint16(2 * at, password.charCodeAt(at));
  return new Uint8Array(octets.buffer);
}

const repeated = (bytes: Uint8Array, length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => bytes[at % bytes.length]!);

/** The bytes, repeated up to a whole number of blocks. */
const filled = (bytes: Uint8Array, block: number): Uint8Array =>
  bytes.length === 0 ? bytes : repeated(bytes, Math.ceil(bytes.length / block) * block);

/** Each block of `input` becomes itself + addend + 1 modulo 2^(8 · block) (B.2 step 6C). */
function addToEachBlock(input: Uint8Array, addend: Uint8Array): void {
  for (let start = 0; start < input.length; start += addend.length) {
    let carry = 1;
    for (let at = addend.length - 1; at >= 0; at--) {
      carry += input[start + at]! + addend[at]!;
      input[start + at] = carry & 255;
      carry >>= 8;
    }
  }
}
