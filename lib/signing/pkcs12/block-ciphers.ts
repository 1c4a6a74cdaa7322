// oxlint-disable-next-line typescript/triple-slash-reference -- pages are compiled apart, and find it only so
/// <reference path="./node-forge.d.ts" />
import forge from 'node-forge/lib/forge.js';
import 'node-forge/lib/des.js';
import 'node-forge/lib/rc2.js';
import { fromLatin1, toLatin1 } from '../../eds/bytes.ts';

/** `encrypt` is the demo authority's, which writes such files. */
export type Way = 'encrypt' | 'decrypt';

/**
 * Triple DES and RC2 in CBC mode with PKCS #7 padding: what the national authority's files are encrypted with. WebCrypto
 * has neither, Node's OpenSSL no RC2. Undefined when the padding is wrong: another key, or no whole number of blocks.
 */
export const blockCiphers = {
  tripleDes: (way: Way, key: Uint8Array, iv: Uint8Array, octets: Uint8Array) =>
    run(
      way === 'encrypt'
        ? forge.cipher.createCipher('3DES-CBC', binary(key))
        : forge.cipher.createDecipher('3DES-CBC', binary(key)),
      { iv: binary(iv) },
      octets,
    ),
  rc2: (way: Way, key: Uint8Array, iv: Uint8Array, octets: Uint8Array) =>
    run(
      way === 'encrypt'
        ? forge.rc2.createEncryptionCipher(binary(key), key.length * 8)
        : forge.rc2.createDecryptionCipher(binary(key), key.length * 8),
      binary(iv),
      octets,
    ),
} as const;
export type BlockCipher = (typeof blockCiphers)[keyof typeof blockCiphers];

type Octets = forge.util.ByteStringBuffer;

interface Cipher<Start> {
  readonly start: (how: Start) => unknown;
  readonly update: (input: Octets) => unknown;
  readonly finish: () => boolean;
  readonly output: Octets;
}

const binary = (bytes: Uint8Array) => forge.util.createBuffer(toLatin1(bytes));

function run<Start>(cipher: Cipher<Start>, start: Start, octets: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  cipher.start(start);
  cipher.update(binary(octets));
  return cipher.finish() ? fromLatin1(cipher.output.getBytes()) : undefined;
}
