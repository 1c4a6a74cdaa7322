import { fromHex } from '../bytes.ts';
import { encryptBlock } from './gost28147.ts';

/**
 * GOST 34.311-95 = GOST R 34.11-94 (RFC 5831) with the test substitution and a zero initial value, as the authority uses it. Vectors of 256
 * bits are byte arrays whose first byte is the least significant.
 */
const blockBytes = 32;

/** C3 of RFC 5831 section 4.1 (C2 and C4 are zero), least significant byte first. */
const c3 = fromHex('ff00ffff000000ffff0000ff00ffff0000ff00ff00ff00ffff00ff00ff00ff00').reverse();

const xor = (a: Uint8Array, b: Uint8Array): Uint8Array => a.map((byte, index) => byte ^ (b[index] ?? 0));

/** A(y4 || y3 || y2 || y1) = (y1 xor y2) || y4 || y3 || y2, in 64-bit parts (section 4.1). */
function shiftParts(y: Uint8Array): Uint8Array {
  const shifted = new Uint8Array(blockBytes);
  shifted.set(y.subarray(8));
  for (let at = 0; at < 8; at++) shifted[24 + at] = y[at]! ^ y[8 + at]!;
  return shifted;
}

/** P: byte 8i + k goes to place 4k + i (section 4.1); the result as the cipher's eight 32-bit key words. */
function permute(y: Uint8Array): Int32Array {
  const key = new Int32Array(8);
  for (let k = 0; k < 8; k++) key[k] = y[k]! | (y[8 + k]! << 8) | (y[16 + k]! << 16) | (y[24 + k]! << 24);
  return key;
}

/** The four keys of a step (section 4.1) encrypt the four 64-bit parts of h (section 4.2). */
function encryptParts(h: Uint8Array, m: Uint8Array): Uint8Array {
  const encrypted = new Uint8Array(blockBytes);
  let u = h;
  let v = m;
  for (let part = 0; part < 4; part++) {
    if (part > 0) {
      u = part === 2 ? xor(shiftParts(u), c3) : shiftParts(u);
      v = shiftParts(shiftParts(v));
    }
    encryptBlock(permute(xor(u, v)), h, encrypted, 8 * part);
  }
  return encrypted;
}

/** ψ applied `times` (section 4.3): the sixteen 16-bit words move down one place, the new top is y1^y2^y3^y4^y13^y16. */
function mix(bytes: Uint8Array, times: number): Uint8Array {
  const y = new Uint16Array(16 + times);
  for (let word = 0; word < 16; word++) y[word] = bytes[2 * word]! | (bytes[2 * word + 1]! << 8);
  for (let at = 0; at < times; at++)
    y[16 + at] = y[at]! ^ y[at + 1]! ^ y[at + 2]! ^ y[at + 3]! ^ y[at + 12]! ^ y[at + 15]!;
  const mixed = new Uint8Array(blockBytes);
  for (let word = 0; word < 16; word++) {
    mixed[2 * word] = y[times + word]! & 255;
    mixed[2 * word + 1] = y[times + word]! >> 8;
  }
  return mixed;
}

/** One step of hashing: ψ⁶¹(h xor ψ(m xor ψ¹²(s))). */
function step(h: Uint8Array, m: Uint8Array): Uint8Array {
  return mix(xor(h, mix(xor(m, mix(encryptParts(h, m), 12)), 1)), 61);
}

function addTo(sum: Uint8Array, block: Uint8Array): void {
  let carry = 0;
  for (let at = 0; at < blockBytes; at++) {
    carry += sum[at]! + block[at]!;
    sum[at] = carry & 255;
    carry >>= 8;
  }
}

function bitCount(bytes: number): Uint8Array {
  const count = new Uint8Array(blockBytes);
  new DataView(count.buffer).setBigUint64(0, BigInt(bytes) * 8n, true);
  return count;
}

/** The 32-byte digest of `message`, in the order that CMS messageDigest writes it. */
export function gost34311(message: Uint8Array): Uint8Array {
  let h: Uint8Array = new Uint8Array(blockBytes);
  const sum = new Uint8Array(blockBytes);
  for (let offset = 0; offset < message.length; offset += blockBytes) {
    const block = new Uint8Array(blockBytes);
    block.set(message.subarray(offset, offset + blockBytes));
    h = step(h, block);
    addTo(sum, block);
  }
  return step(step(h, bitCount(message.length)), sum);
}
