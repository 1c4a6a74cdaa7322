import { fromHex } from '../bytes.ts';
import { iterationConstants, matrixRows, substitution } from './streebog-tables.ts';

/**
 * Streebog with a 512-bit digest: GOST 34.11-2015, RFC 6986. A 512-bit vector is kept as 16 little-endian 32-bit words, two to each 64-bit
 * word; the first byte of a message is the least significant one, and so is the first byte of the digest.
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

/** target := LPS(a xor b); target must be neither. */
function lps(target: Vector, a: Vector, b: Vector): void {
  for (let k = 0; k < 8; k++) {
    const half = k >> 2;
    const shift = (k & 3) << 3;
    let low = 0;
    let high = 0;
    for (let i = 0; i < 8; i++) {
      const word = 2 * i + half;
      const at = ((i << 8) | (((a[word]! ^ b[word]!) >>> shift) & 255)) << 1;
      low ^= lpsTable[at]!;
      high ^= lpsTable[at + 1]!;
    }
    target[2 * k] = low;
    target[2 * k + 1] = high;
  }
}

/** The compression function g_N(h, m) = E(LPS(h xor N), m) xor h xor m (RFC 6986 section 8); h is overwritten. */
function compress(h: Vector, n: Vector, m: Vector): void {
  let key: Vector = new Int32Array(words);
  let nextKey: Vector = new Int32Array(words);
  let state: Vector = m.slice();
  let nextState: Vector = new Int32Array(words);
  lps(key, h, n);
  for (const constant of constants) {
    lps(nextState, state, key);
    [state, nextState] = [nextState, state];
    lps(nextKey, key, constant);
    [key, nextKey] = [nextKey, key];
  }
  for (let word = 0; word < words; word++) h[word]! ^= state[word]! ^ key[word]! ^ m[word]!;
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

const bitCount = (bytes: number): Vector => {
  const count = new Int32Array(words);
  count[0] = (bytes * 8) | 0;
  count[1] = Math.floor((bytes * 8) / 2 ** 32);
  return count;
};

/** The 64-byte digest of `message`, in the order that CMS messageDigest and RFC 6986's own tools write it. */
export function streebog512(message: Uint8Array): Uint8Array {
  const h: Vector = new Int32Array(words);
  const n: Vector = new Int32Array(words);
  const sigma: Vector = new Int32Array(words);
  const absorb = (block: Vector, bytes: number): void => {
    compress(h, n, block);
    addTo(n, bitCount(bytes));
    addTo(sigma, block);
  };
  const whole = message.length - (message.length % blockBytes);
  for (let offset = 0; offset < whole; offset += blockBytes) absorb(readVector(message, offset), blockBytes);
  const last = new Uint8Array(blockBytes);
  last.set(message.subarray(whole));
  last[message.length - whole] = 1;
  absorb(readVector(last, 0), message.length - whole);
  const zero: Vector = new Int32Array(words);
  compress(h, zero, n);
  compress(h, zero, sigma);
  const digest = new Uint8Array(blockBytes);
  const view = new DataView(digest.buffer);
  h.forEach((word, index) => view.setInt32(4 * index, word, true));
  return digest;
}
