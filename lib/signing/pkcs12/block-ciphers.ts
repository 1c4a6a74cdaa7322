import { tripleDes, type BlockFunction } from './des.ts';
import { rc2 } from './rc2.ts';

/** Only the demo authority uses `encrypt`, because it writes such files. */
export type Way = 'encrypt' | 'decrypt';

const size = 8;

/**
 * Triple DES and RC2 in CBC mode with PKCS #7 padding: the ciphers of the national authority's files. WebCrypto has
 * neither, Node's OpenSSL has no RC2, and the library that has both would add 17 kB to a page. Undefined if the padding
 * is wrong: the key is another, or the input is not a whole number of blocks.
 */
export const blockCiphers = {
  tripleDes: (way: Way, key: Uint8Array, iv: Uint8Array, octets: Uint8Array) =>
    cbc[way](tripleDes(key, way), iv, octets),
  rc2: (way: Way, key: Uint8Array, iv: Uint8Array, octets: Uint8Array) => cbc[way](rc2(key, way), iv, octets),
} as const;
export type BlockCipher = (typeof blockCiphers)[keyof typeof blockCiphers];

type Result = Uint8Array<ArrayBuffer> | undefined;

const cbc = {
  encrypt(run: BlockFunction, iv: Uint8Array, octets: Uint8Array): Result {
    const surplus = size - (octets.length % size);
    const output = new Uint8Array(octets.length + surplus).fill(surplus);
    output.set(octets);
    for (let at = 0; at < output.length; at += size) {
      for (let of = 0; of < size; of++) output[at + of]! ^= at === 0 ? iv[of]! : output[at + of - size]!;
      run(new DataView(output.buffer, at, size));
    }
    return output;
  },

  decrypt(run: BlockFunction, iv: Uint8Array, octets: Uint8Array): Result {
    if (octets.length === 0 || octets.length % size !== 0) return undefined;
    const output = Uint8Array.from(octets);
    for (let at = 0; at < output.length; at += size) {
      run(new DataView(output.buffer, at, size));
      for (let of = 0; of < size; of++) output[at + of]! ^= at === 0 ? iv[of]! : octets[at + of - size]!;
    }
    const surplus = output.at(-1)!;
    const isPadded = surplus >= 1 && surplus <= size && output.slice(-surplus).every((octet) => octet === surplus);
    return isPadded ? output.slice(0, -surplus) : undefined;
  },
} as const;
