import type { RunningDigest } from '../running-digest.ts';
import { Blocks } from './blocks.ts';
import { encryptBlock } from './gost28147.ts';

/**
 * GOST 34.311-95 = GOST R 34.11-94 (RFC 5831) with the test substitution and a zero initial value, as the authority uses it. A vector of 256 bits
 * is eight 32-bit words, the least significant first, as are the octets in them.
 */
type Vector = Int32Array;
const blockBytes = 32;
const words = 8;

/** C3 of RFC 5831 section 4.1 (C2 and C4 are zero). */
const c3: Vector = Int32Array.of(
  ...[0xff00ff00, 0xff00ff00, 0x00ff00ff, 0x00ff00ff],
  ...[0x00ffff00, 0xff0000ff, 0x000000ff, 0xff00ffff],
);

/** A(y4 || y3 || y2 || y1) = (y1 xor y2) || y4 || y3 || y2, in 64-bit parts (section 4.1), in place. */
function shiftParts(y: Vector): void {
  const low = y[0]! ^ y[2]!;
  const high = y[1]! ^ y[3]!;
  y.copyWithin(0, 2);
  y[6] = low;
  y[7] = high;
}

/** P: byte 8i + k moves to place 4k + i (section 4.1), of u xor v: the cipher's eight key words. */
function permute(key: Vector, u: Vector, v: Vector): void {
  for (let half = 0; half < 2; half++) {
    const a = u[half]! ^ v[half]!;
    const b = u[2 + half]! ^ v[2 + half]!;
    const c = u[4 + half]! ^ v[4 + half]!;
    const d = u[6 + half]! ^ v[6 + half]!;
    for (let place = 0; place < 4; place++) {
      const shift = 8 * place;
      key[4 * half + place] =
        ((a >>> shift) & 255) |
        (((b >>> shift) & 255) << 8) |
        (((c >>> shift) & 255) << 16) |
        (((d >>> shift) & 255) << 24);
    }
  }
}

/**
 * ψ applied `times` (section 4.3): the sixteen 16-bit words move down one place; the new top is y1^y2^y3^y4^y13^y16.
 * `y` has room for that.
 */
function mix(y: Uint16Array, from: number, times: number): void {
  for (let at = from; at < from + times; at++)
    y[16 + at] = y[at]! ^ y[at + 1]! ^ y[at + 2]! ^ y[at + 3]! ^ y[at + 12]! ^ y[at + 15]!;
}

/** The sixteen 16-bit words of `vector` are combined with those at `at`. */
function xorInto(y: Uint16Array, at: number, vector: Vector): void {
  for (let word = 0; word < words; word++) {
    y[at + 2 * word]! ^= vector[word]! & 0xffff;
    y[at + 2 * word + 1]! ^= vector[word]! >>> 16;
  }
}

class Gost34311 implements RunningDigest {
  readonly #blocks = new Blocks(blockBytes, (octets, offset) => this.#absorb(octets, offset));
  readonly #h: Vector = new Int32Array(words);
  readonly #sum: Vector = new Int32Array(words);
  readonly #m: Vector = new Int32Array(words);
  // The working memory of a step.
  readonly #u: Vector = new Int32Array(words);
  readonly #v: Vector = new Int32Array(words);
  readonly #key: Vector = new Int32Array(words);
  readonly #s: Vector = new Int32Array(words);
  /** The 16 words of s and the 12 + 1 + 61 that mixing adds. */
  readonly #y = new Uint16Array(16 + 74);

  update(octets: Uint8Array): void {
    this.#blocks.update(octets);
  }

  finish(): Uint8Array {
    const { block, length } = this.#blocks.rest;
    if (length > 0) this.#absorb(block, 0);
    const count = new Int32Array(words);
    const bits = BigInt(this.#blocks.length) * 8n;
    count[0] = Number(BigInt.asIntN(32, bits));
    count[1] = Number(BigInt.asIntN(32, bits >> 32n));
    this.#step(count);
    this.#step(this.#sum);
    const digest = new Uint8Array(blockBytes);
    const view = new DataView(digest.buffer);
    this.#h.forEach((word, index) => view.setInt32(4 * index, word, true));
    return digest;
  }

  #absorb(octets: Uint8Array, offset: number): void {
    const m = this.#m;
    for (let word = 0, at = offset; word < words; word++, at += 4)
      m[word] = octets[at]! | (octets[at + 1]! << 8) | (octets[at + 2]! << 16) | (octets[at + 3]! << 24);
    this.#step(m);
    const sum = this.#sum;
    let carry = 0;
    for (let word = 0; word < words; word++) {
      const total = (sum[word]! >>> 0) + (m[word]! >>> 0) + carry;
      sum[word] = total | 0;
      carry = total > 0xffffffff ? 1 : 0;
    }
  }

  /** One step of hashing: h := ψ⁶¹(h xor ψ(m xor ψ¹²(s))), where s is h encrypted by the four keys of the step (sections 4.1, 4.2). */
  #step(m: Vector): void {
    const [h, u, v, key, s, y] = [this.#h, this.#u, this.#v, this.#key, this.#s, this.#y];
    u.set(h);
    v.set(m);
    for (let part = 0; part < 4; part++) {
      if (part > 0) {
        shiftParts(u);
        if (part === 2) for (let word = 0; word < words; word++) u[word]! ^= c3[word]!;
        shiftParts(v);
        shiftParts(v);
      }
      permute(key, u, v);
      encryptBlock(key, h, s, 2 * part);
    }
    y.fill(0, 0, 16);
    xorInto(y, 0, s);
    mix(y, 0, 12);
    xorInto(y, 12, m);
    mix(y, 12, 1);
    xorInto(y, 13, h);
    mix(y, 13, 61);
    for (let word = 0; word < words; word++) h[word] = y[74 + 2 * word]! | (y[74 + 2 * word + 1]! << 16);
  }
}

/** The 32-byte digest, in the order of CMS messageDigest. */
export const startGost34311 = (): RunningDigest => new Gost34311();
