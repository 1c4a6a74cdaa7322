import { generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { toJoseSignature } from '../../../../lib/adapters/identity/ecdsa-signature.ts';

describe('an ECDSA signature of KMS', () => {
  it.each([
    ['P-256', 32],
    ['P-384', 48],
  ])('of %s becomes r and s side by side, also with short integers', (namedCurve, size) => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve });
    const lengths = new Set<number>();
    // Each of r and s is short one time in 256.
    for (let i = 0; i < 1500; i++) {
      const message = randomBytes(8);
      const der = sign('sha256', message, privateKey);
      lengths.add(der.length);
      const jose = toJoseSignature(der, size);
      expect(jose.length).toBe(2 * size);
      expect(verify('sha256', message, { key: publicKey, dsaEncoding: 'ieee-p1363' }, jose)).toBe(true);
    }
    expect(lengths.size).toBeGreaterThan(2);
  });

  it('of another form or curve throws', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    const der = sign('sha256', Buffer.from('x'), privateKey);
    expect(() => toJoseSignature(der, 32)).toThrow('another curve');
    for (let cut = 0; cut < der.length; cut++) expect(() => toJoseSignature(der.subarray(0, cut), 48)).toThrow();
    expect(() => toJoseSignature(Buffer.concat([der, Buffer.from([0])]), 48)).toThrow();
  });
});
