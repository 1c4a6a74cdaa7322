import { describe, expect, it } from '@jest/globals';
import { algorithmName, combineAlgorithms } from '../../../../lib/eds/cms/signer-algorithm.ts';
import { nothing, oid, sequence, tagged } from '../../../../lib/signing/der-writer.ts';

const digests = {
  md5: '1.2.840.113549.2.5',
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
};
const bare = { rsa: '1.2.840.113549.1.1.1', ec: '1.2.840.10045.2.1', dsa: '1.2.840.10040.4.1' };
const pss = '1.2.840.113549.1.1.10';
/** RSASSA-PSS-params with the digest for hash and mask (RFC 4055 section 3.1). */
const pssWith = (digest: string) => ({
  oid: pss,
  parameters: sequence(
    tagged(0, sequence(oid(digest), nothing)),
    tagged(1, sequence(oid('1.2.840.113549.1.1.8'), sequence(oid(digest), nothing))),
  ),
});

describe('digestAlgorithm and signatureAlgorithm together', () => {
  it.each([
    [digests.sha256, bare.rsa, 'RSASSA-PKCS1-v1_5-SHA-256', '1.2.840.113549.1.1.11'],
    [digests.sha384, bare.ec, 'ECDSA-SHA-384', '1.2.840.10045.4.3.3'],
    [digests.sha1, bare.dsa, 'DSA-SHA-1', '1.2.840.10040.4.3'],
  ])('%s under the bare key kind %s is %s', (digest, kind, name, identifier) => {
    expect(combineAlgorithms({ oid: digest }, { oid: kind })).toMatchObject({
      name,
      identifier: { oid: identifier },
      digest: { oid: digest },
    });
  });

  it('takes the digest of PSS from its parameters', () => {
    const identifier = pssWith(digests.sha384);
    expect(combineAlgorithms({ oid: digests.sha384 }, identifier)).toMatchObject({
      name: 'RSASSA-PSS-SHA-384',
      identifier,
    });
    expect(combineAlgorithms({ oid: digests.sha256 }, identifier)).toEqual({ refused: 'algorithm-mismatch' });
  });

  it.each([
    ['PSS without parameters', { oid: pss }],
    ['PSS with parameters that cannot be read', { oid: pss, parameters: Uint8Array.of(0x30, 1) }],
    ['PSS over a digest that nobody knows', pssWith('1.2.3')],
    ['an algorithm that nobody knows', { oid: '1.2.3' }],
    ['one that is known and not verified', { oid: '1.2.398.3.10.1.1.2.3.1' }],
  ])('refuses %s', (_, identifier) => {
    expect(combineAlgorithms({ oid: digests.sha256 }, identifier)).toEqual({ refused: 'algorithm-unsupported' });
  });

  it('refuses a pair without a common name, two different digests, and an unknown digest', () => {
    expect(combineAlgorithms({ oid: digests.md5 }, { oid: bare.ec })).toEqual({ refused: 'algorithm-mismatch' });
    expect(combineAlgorithms({ oid: digests.sha256 }, { oid: '1.2.840.113549.1.1.12' })).toEqual({
      refused: 'algorithm-mismatch',
    });
    expect(combineAlgorithms({ oid: '1.2.3' }, { oid: bare.rsa })).toEqual({ refused: 'digest-unknown' });
  });
});

describe('the name by which a profile allows an algorithm', () => {
  it.each([
    [{ oid: '1.2.840.10045.4.3.2' }, 'ECDSA-SHA-256'],
    [pssWith(digests.sha256), 'RSASSA-PSS-SHA-256'],
    [{ oid: pss }, undefined],
    [{ oid: '1.2.3' }, undefined],
  ])('of %j is %s', (identifier, name) => {
    expect(algorithmName(identifier)).toBe(name);
  });
});
