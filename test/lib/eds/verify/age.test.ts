import { describe, expect, it } from '@jest/globals';
import { endOfDigest, endOfSignature } from '../../../../lib/eds/algorithms/lifetimes.ts';
import { describeCheck } from '../../../../lib/eds/texts.ts';
import { checkAge } from '../../../../lib/eds/verify/age.ts';
import { kzNca } from '../../../../lib/eds/profiles/profile.ts';
import { generateKey } from '../../../../lib/local/authority/key-pairs.ts';
import { seededRandom } from '../../../../lib/local/authority/random.ts';
import { weakRsaKey } from './weak-rsa.ts';

const until = new Date('2029-01-01T00:00:00Z');
const rsa = await generateKey('rsa', seededRandom('age'));
const ecdsa = await generateKey('ecdsa', seededRandom('age'));

describe('the end of an algorithm', () => {
  it('depends on the key and on the digest, whichever ends first', () => {
    expect(endOfSignature('RSASSA-PKCS1-v1_5-SHA-256', rsa.spki)).toEqual({
      algorithm: 'RSASSA-PKCS1-v1_5-SHA-256, 2048',
      until,
    });
    expect(endOfSignature('RSASSA-PKCS1-v1_5-SHA-1', rsa.spki)).toMatchObject({ algorithm: 'SHA-1' });
    expect(endOfSignature('RSASSA-PKCS1-v1_5-SHA-256', weakRsaKey(1024))).toMatchObject({
      until: new Date('2019-10-01T00:00:00Z'),
    });
    expect(endOfSignature('RSASSA-PSS-SHA-256', weakRsaKey(2999))).toMatchObject({ until });
  });

  it('has no date for what is recommended, and for GOST', () => {
    expect(endOfSignature('RSASSA-PSS-SHA-256', weakRsaKey(3000))).toBeUndefined();
    expect(endOfSignature('ECDSA-SHA-256', ecdsa.spki)).toBeUndefined();
    expect(endOfSignature('GOST-34.10-2015-512', ecdsa.spki)).toBeUndefined();
    expect(endOfSignature('nobody', ecdsa.spki)).toBeUndefined();
    expect(endOfDigest('SHA-256')).toBeUndefined();
    expect(endOfDigest('SHA-224')).toMatchObject({ until });
  });
});

describe('an algorithm past its date', () => {
  const certificate = {
    until: new Date('2040-01-01T00:00:00Z'),
    endsBy: 'tsa-certificate',
    restsOn: 'timestamp',
  } as const;
  const life = { counts: certificate.until, ends: certificate, aged: { algorithm: 'X', until } };
  const checked = (at: Date, profile = kzNca) => checkAge([{ of: 'timestamp', life, at }], profile);

  it('is warned of from the moment after it, and refused where the profile says so', () => {
    expect(checked(until)).toEqual([{ code: 'algorithm-age', status: 'passed', source: 'ETSI TS 119 312' }]);
    const later = new Date(until.getTime() + 1);
    expect(checked(later)).toMatchObject([
      {
        status: 'warning',
        detail: { problem: 'algorithm-aged', of: 'timestamp', algorithm: 'X', until: until.toISOString() },
      },
    ]);
    expect(describeCheck(checked(later)[0]!, 'ru')).toContain('уже не рекомендован: X)');
    expect(checked(later, { ...kzNca, agedAlgorithms: 'refuse' })).toMatchObject([{ status: 'failed' }]);
  });
});
