import { expect, it } from '@jest/globals';
import { rc2 } from '../../../../lib/signing/pkcs12/rc2.ts';

const octets = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));

// RFC 2268 section 5, the cases in which the effective key has all bits of the key.
it.each([
  ['ffffffffffffffff', 'ffffffffffffffff', '278b27e42e2f0d49'],
  ['3000000000000000', '1000000000000001', '30649edf9be7d2c2'],
  ['88bca90e90875a7f0f79c384627bafb2', '0000000000000000', '2269552ab0f85ca6'],
])('encrypts with %s as RFC 2268 says, and back', (key, plain, encrypted) => {
  const block = octets(plain);
  rc2(octets(key), 'encrypt')(new DataView(block.buffer));
  expect(Buffer.from(block).toString('hex')).toBe(encrypted);
  rc2(octets(key), 'decrypt')(new DataView(block.buffer));
  expect(Buffer.from(block).toString('hex')).toBe(plain);
});
