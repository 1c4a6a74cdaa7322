import { createCipheriv } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blockCiphers } from '../../../../lib/signing/pkcs12/block-ciphers.ts';

const octets = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const message = fc.uint8Array({ maxLength: 64 });

describe('triple DES', () => {
  it('makes what OpenSSL makes', () => {
    fc.assert(
      fc.property(octets(24), octets(8), message, (key, iv, plain) => {
        const openssl = createCipheriv('des-ede3-cbc', key, iv);
        const wanted = Buffer.concat([openssl.update(plain), openssl.final()]);
        expect(Buffer.from(blockCiphers.tripleDes('encrypt', key, iv, plain)!).equals(wanted)).toBe(true);
      }),
    );
  });
});

describe.each([
  ['tripleDes', 24],
  ['rc2', 5],
  ['rc2', 16],
] as const)('%s with a key of %i octets', (name, length) => {
  const cipher = blockCiphers[name];

  it('gives back what was encrypted', () => {
    fc.assert(
      fc.property(octets(length), octets(8), message, (key, iv, plain) => {
        expect(cipher('decrypt', key, iv, cipher('encrypt', key, iv, plain)!)).toEqual(plain);
      }),
    );
  });

  it('returns nothing for an incomplete block, or for wrong padding', () => {
    const [key, iv] = [new Uint8Array(length).fill(7), new Uint8Array(8)];
    for (const none of [0, 7, 9]) expect(cipher('decrypt', key, iv, new Uint8Array(none))).toBeUndefined();
    for (const last of [0, 9, 255]) {
      // In CBC, the block before the last is combined with the last one, so its last octet determines the padding.
      const whole = cipher('encrypt', key, iv, new Uint8Array(8))!;
      whole[7]! ^= 8 ^ last;
      expect(cipher('decrypt', key, iv, whole)).toBeUndefined();
    }
  });
});
