import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { verifySignature } from '../../../../lib/eds/algorithms.ts';
import { opensslDigests } from '../../../../lib/eds/algorithms/digests.ts';
import { opensslDigest, type OpensslDigestName } from '../../../../lib/eds/algorithms/digest-names.ts';
import { findSignatureAlgorithm } from '../../../../lib/eds/algorithms/table.ts';
import { Budget } from '../../../../lib/eds/budget.ts';
import { contentMessage, Message } from '../../../../lib/eds/message.ts';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const spki = keys.publicKey.export({ type: 'spki', format: 'der' });
/** Long enough that its digest is computed once for all signers. */
const long = Buffer.alloc(100_000, 'long');
const oidOf = (name: string) => findSignatureAlgorithm(`RSASSA-PKCS1-v1_5-${name}`)!.oid;
const answer = (name: string, octets: Uint8Array, signature: Uint8Array) =>
  verifySignature({ oid: oidOf(name) }, spki, new Message(octets), signature, Budget.unlimited());

it.each(opensslDigests.map(({ name }) => name as OpensslDigestName))(
  'a long message signed by RSA with %s verifies exactly when OpenSSL verifies it',
  (name) => {
    const signature = sign(opensslDigest[name], long, keys.privateKey);
    expect(answer(name, long, signature)).toBe('valid');
    expect(answer(name, long.subarray(1), signature)).toBe('invalid');
    for (const at of [0, 100, 255]) {
      const other = Uint8Array.from(signature);
      other[at]! ^= 1;
      expect(answer(name, long, other)).toBe('invalid');
    }
    const [another] = opensslDigests.filter((digest) => digest.name !== name);
    expect(answer(another!.name, long, signature)).toBe('invalid');
  },
);

it('a signature that is not below the modulus is invalid and does not throw', () => {
  expect(answer('SHA-256', long, new Uint8Array(256).fill(0xff))).toBe('invalid');
});

it('is hashed once for all of them, and the content is not charged', () => {
  const signature = sign('sha256', long, keys.privateKey);
  const budget = new Budget();
  const [message, content] = [new Message(long), contentMessage(long)];
  for (let again = 0; again < 5; again++)
    for (const each of [message, content])
      expect(verifySignature({ oid: oidOf('SHA-256') }, spki, each, signature, budget)).toBe('valid');
  expect(budget.spent).toMatchObject({ verifications: 10, octets: long.length });
});
