import {
  constants,
  createHash,
  createSign,
  generateKeyPairSync,
  sign,
  type KeyObject,
  type RSAPSSKeyPairKeyObjectOptions,
} from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { opensslDigest, type OpensslDigestName } from '../../../../lib/eds/algorithms/digest-names.ts';
import * as browser from '../../../../lib/eds/crypto/browser.ts';
import * as node from '../../../../lib/eds/crypto/node.ts';
import type { CryptoPort, KeyType } from '../../../../lib/eds/crypto/port.ts';

const digests = Object.keys(opensslDigest) as OpensslDigestName[];
const message = Buffer.from('хабарлама');
const spkiOf = (key: KeyObject) => new Uint8Array(key.export({ format: 'der', type: 'spki' }));

const keys = [
  ['rsa', generateKeyPairSync('rsa', { modulusLength: 2048 })],
  // One bit more than whole octets: then PSS has one more octet in front.
  ['rsa', generateKeyPairSync('rsa', { modulusLength: 1025 })],
  ['ec', generateKeyPairSync('ec', { namedCurve: 'P-256' })],
  ['ec', generateKeyPairSync('ec', { namedCurve: 'P-384' })],
  ['ec', generateKeyPairSync('ec', { namedCurve: 'P-521' })],
  ['dsa', generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 })],
  ['dsa', generateKeyPairSync('dsa', { modulusLength: 2048, divisorLength: 256 })],
] as const satisfies readonly (readonly [KeyType, unknown])[];
const named = keys.map(
  ([type, pair]) =>
    [
      `${type} ${JSON.stringify(pair.publicKey.asymmetricKeyDetails, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}`,
      type,
      pair,
    ] as const,
);

describe("the browser's crypto port", () => {
  it("has everything that Node's port has", () => {
    const ports = { browser, node } satisfies Record<string, CryptoPort>;
    expect(Object.keys(ports.browser)).toEqual(expect.arrayContaining(Object.keys(ports.node)));
  });

  it.each(digests)('hashes like OpenSSL by %s', (name) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (octets) => {
        const expected = createHash(opensslDigest[name]).update(octets).digest('hex');
        expect(Buffer.from(browser.hash(name, octets)).toString('hex')).toBe(expected);
      }),
    );
  });

  it.each(named)('verifies exactly what OpenSSL signs, by %s', (_, type, { privateKey, publicKey }) => {
    const spki = spkiOf(publicKey);
    // OpenSSL signs DSA only with these.
    const those = digests.filter((name) => type !== 'dsa' || /^SHA-\d+$/.test(name));
    for (const digest of those) {
      const signature = new Uint8Array(createSign(opensslDigest[digest]).update(message).sign(privateKey));
      const verify = (over: Uint8Array, by: Uint8Array) => browser.verifyMessage(type, digest, spki, over, by);
      expect([digest, verify(message, signature)]).toEqual([digest, 'valid']);
      expect(verify(message.subarray(1), signature)).toBe('invalid');
      fc.assert(
        fc.property(fc.nat({ max: signature.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
          const changed = signature.slice();
          changed[at]! ^= by;
          expect(verify(message, changed)).toBe('invalid');
        }),
        { numRuns: 8 },
      );
      for (const wrong of [new Uint8Array(), signature.subarray(1), Uint8Array.of(...signature, 0)])
        expect(verify(message, wrong)).toBe('invalid');
    }
  });

  it.each(
    keys
      .filter(([type]) => type === 'rsa')
      .map(
        ([, { privateKey, publicKey }]) =>
          [publicKey.asymmetricKeyDetails?.modulusLength, privateKey, publicKey] as const,
      ),
  )('verifies PSS with every salt and mask, with %d bits', (_, privateKey, publicKey) => {
    const spki = spkiOf(publicKey);
    for (const digest of ['SHA-1', 'SHA-256', 'SHA-384'] as const) {
      for (const saltLength of [0, 20, 32]) {
        const padding = constants.RSA_PKCS1_PSS_PADDING;
        const signature = sign(opensslDigest[digest], message, { key: privateKey, padding, saltLength });
        const scheme = { digest, maskDigest: digest, saltLength };
        const verify = (given = scheme, by: Uint8Array = signature, over: Uint8Array = message) =>
          browser.verifyPss(given, undefined, spki, over, by);
        expect(verify()).toBe('valid');
        expect(verify({ ...scheme, saltLength: saltLength + 1 })).toBe('invalid');
        expect(verify({ ...scheme, maskDigest: 'SHA-512' as never })).toBe('invalid');
        expect(verify(scheme, signature, message.subarray(1))).toBe('invalid');
        expect(
          verify(
            scheme,
            signature.map((octet, at) => (at === 9 ? octet ^ 1 : octet)),
          ),
        ).toBe('invalid');
      }
    }
  });

  it('holds an id-RSASSA-PSS key to its own parameters', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa-pss', {
      ...{ modulusLength: 2048, hashAlgorithm: 'sha256', mgf1HashAlgorithm: 'sha1', saltLength: 20 },
    } as unknown as RSAPSSKeyPairKeyObjectOptions);
    const spki = spkiOf(publicKey);
    const signature = sign('sha256', message, { key: privateKey, saltLength: 24 });
    const scheme = browser.pssByName('SHA-256', spki);
    expect(scheme).toEqual({ digest: 'SHA-256', maskDigest: 'SHA-1', saltLength: 20 });
    const verify = (given: typeof scheme) => browser.verifyPss(given, undefined, spki, message, signature);
    expect(verify({ ...scheme, saltLength: 24 })).toBe('valid');
    expect(verify({ ...scheme, saltLength: 19 })).toBe('invalid');
    expect(verify({ ...scheme, maskDigest: 'SHA-256' })).toBe('invalid');
    expect(browser.verifyMessage('rsa', 'SHA-256', spki, message, signature)).toBe('unsupported');
  });

  it('does not read what is not a key, or a key of another type', () => {
    const [, { publicKey }] = keys[2];
    for (const type of ['rsa', 'dsa'] as const)
      expect(browser.verifyMessage(type, 'SHA-256', spkiOf(publicKey), message, new Uint8Array(64))).toBe(
        'unsupported',
      );
    for (const none of [new Uint8Array(), Uint8Array.of(0x30, 0), spkiOf(publicKey).subarray(1)])
      for (const type of ['rsa', 'ec', 'dsa'] as const)
        expect(browser.verifyMessage(type, 'SHA-256', none, message, new Uint8Array(64))).toBe('unsupported');
    const offCurve = spkiOf(publicKey);
    offCurve[offCurve.length - 1]! ^= 1;
    expect(browser.verifyMessage('ec', 'SHA-256', offCurve, message, new Uint8Array(64))).toBe('unsupported');
  });
});
