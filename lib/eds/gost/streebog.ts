import type { RunningDigest } from '../running-digest.ts';
import { fromHex } from '../bytes.ts';
import { Blocks } from './blocks.ts';
import { iterationConstants, matrixRows, substitution } from './streebog-tables.ts';

/**
 * Streebog with a 512-bit digest: GOST 34.11-2015, RFC 6986. A 512-bit vector is 16 little-endian 32-bit words, two for
 * each 64-bit word. The first byte of a message is the least significant one, and so is the first byte of the digest.
 */
type Vector = Int32Array;
const words = 16;
const blockBytes = 64;

/**
 * S, P and L together (RFC 6986 6.2-6.4): byte k of 64-bit word i goes through π, is transposed to byte i of word k and multiplied by the
 * matrix. Entry ((i * 256 + byte) * 2) holds the product's low half, the next its high half.
 */
const lpsTable = makeLpsTable();

function makeLpsTable(): Int32Array {
  const table = new Int32Array(8 * 256 * 2);
  for (let place = 0; place < 8; place++) {
    for (let byte = 0; byte < 256; byte++) {
      let product = 0n;
      for (let bit = 0; bit < 8; bit++) {
        if ((((substitution[byte] ?? 0) >> bit) & 1) === 1) product ^= matrixRows[63 - (8 * place + bit)] ?? 0n;
      }
      const at = (place * 256 + byte) * 2;
      table[at] = Number(BigInt.asIntN(32, product));
      table[at + 1] = Number(BigInt.asIntN(32, product >> 32n));
    }
  }
  return table;
}

const constants: readonly Vector[] = iterationConstants.map((hex) => readVector(fromHex(hex).reverse(), 0));

function readVector(bytes: Uint8Array, offset: number): Vector {
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, blockBytes);
  return Int32Array.from({ length: words }, (_, word) => view.getInt32(4 * word, true));
}

/** target := LPS(a xor b); `x` is room for a xor b. */
function lps(target: Vector, a: Vector, b: Vector, x: Vector): void {
  for (let word = 0; word < words; word++) x[word] = a[word]! ^ b[word]!;
  for (let k = 0; k < 8; k++) {
    const half = k >> 2;
    const shift = (k & 3) << 3;
    // Unrolled: a loop of eight takes twice as long.
    const t0 = ((x[half]! >>> shift) & 255) << 1;
    const t1 = (((x[2 + half]! >>> shift) & 255) << 1) | 512;
    const t2 = (((x[4 + half]! >>> shift) & 255) << 1) | 1024;
    const t3 = (((x[6 + half]! >>> shift) & 255) << 1) | 1536;
    const t4 = (((x[8 + half]! >>> shift) & 255) << 1) | 2048;
    const t5 = (((x[10 + half]! >>> shift) & 255) << 1) | 2560;
    const t6 = (((x[12 + half]! >>> shift) & 255) << 1) | 3072;
    const t7 = (((x[14 + half]! >>> shift) & 255) << 1) | 3584;
    target[2 * k] =
      lpsTable[t0]! ^
      lpsTable[t1]! ^
      lpsTable[t2]! ^
      lpsTable[t3]! ^
      lpsTable[t4]! ^
      lpsTable[t5]! ^
      lpsTable[t6]! ^
      lpsTable[t7]!;
    target[2 * k + 1] =
      lpsTable[t0 | 1]! ^
      lpsTable[t1 | 1]! ^
      lpsTable[t2 | 1]! ^
      lpsTable[t3 | 1]! ^
      lpsTable[t4 | 1]! ^
      lpsTable[t5 | 1]! ^
      lpsTable[t6 | 1]! ^
      lpsTable[t7 | 1]!;
  }
}

/** sum := sum + addend modulo 2^512. */
function addTo(sum: Vector, addend: Vector): void {
  let carry = 0;
  for (let word = 0; word < words; word++) {
    const total = (sum[word]! >>> 0) + (addend[word]! >>> 0) + carry;
    sum[word] = total | 0;
    carry = total > 0xffffffff ? 1 : 0;
  }
}

class Streebog512 implements RunningDigest {
  readonly #blocks = new Blocks(blockBytes, (octets, offset) => this.#absorb(octets, offset, blockBytes));
  readonly #h: Vector = new Int32Array(words);
  readonly #n: Vector = new Int32Array(words);
  readonly #sigma: Vector = new Int32Array(words);
  // The working memory of a compression.
  readonly #m: Vector = new Int32Array(words);
  readonly #count: Vector = new Int32Array(words);
  readonly #key: Vector = new Int32Array(words);
  readonly #state: Vector = new Int32Array(words);
  readonly #x: Vector = new Int32Array(words);

  update(octets: Uint8Array): void {
    this.#blocks.update(octets);
  }

  finish(): Uint8Array {
    const { block, length } = this.#blocks.rest;
    block[length] = 1;
    this.#absorb(block, 0, length);
    const zero: Vector = new Int32Array(words);
    this.#compress(zero, this.#n);
    this.#compress(zero, this.#sigma);
    const digest = new Uint8Array(blockBytes);
    const view = new DataView(digest.buffer);
    this.#h.forEach((word, index) => view.setInt32(4 * index, word, true));
    return digest;
  }

  #absorb(octets: Uint8Array, offset: number, length: number): void {
    const [m, count] = [this.#m, this.#count];
    for (let word = 0, at = offset; word < words; word++, at += 4)
      m[word] = octets[at]! | (octets[at + 1]! << 8) | (octets[at + 2]! << 16) | (octets[at + 3]! << 24);
    this.#compress(this.#n, m);
    count[0] = 8 * length;
    addTo(this.#n, count);
    addTo(this.#sigma, m);
  }

  /** The compression function h := g_N(h, m) = E(LPS(h xor N), m) xor h xor m (RFC 6986 section 8). */
  #compress(n: Vector, m: Vector): void {
    const [h, key, state, x] = [this.#h, this.#key, this.#state, this.#x];
    lps(key, h, n, x);
    state.set(m);
    for (const constant of constants) {
      lps(state, state, key, x);
      lps(key, key, constant, x);
    }
    for (let word = 0; word < words; word++) h[word]! ^= state[word]! ^ key[word]! ^ m[word]!;
  }
}

/** The 64-byte digest, in the order of CMS messageDigest and of RFC 6986's own tools. */
export const startStreebog512 = (): RunningDigest => new Streebog512();
