import { beforeAll, describe, expect, it } from '@jest/globals';
import { findProfile } from '../../../../lib/eds/profiles/find-profile.ts';
import { algorithmReason, checkPathAlgorithms } from '../../../../lib/eds/verify/path-algorithms.ts';
import { parseCertificate, type Certificate } from '../../../../lib/eds/x509/certificate.ts';
import { makeAttackedAuthority } from '../../../../bin/hostile/authority.ts';

const profile = findProfile('kz-nca', [])!;
let path: [Certificate, Certificate, Certificate];
beforeAll(async () => {
  const { certificates, person } = await makeAttackedAuthority('rsa');
  path = [...certificates, person.certificate].map((der) => parseCertificate(der)) as typeof path;
});

describe('algorithms along a path', () => {
  it('are those that the profile allows', () => {
    expect(checkPathAlgorithms(path, profile)).toMatchObject({ code: 'path-algorithms', status: 'passed' });
  });

  it('make the path indeterminate, naming the certificate, if its issuer has a short key', () => {
    expect(checkPathAlgorithms(path, { ...profile, leastRsaBits: 2049 })).toMatchObject({
      status: 'indeterminate',
      subject: path[1].fingerprint,
      detail: { problem: 'key-too-short' },
    });
  });

  it('ignore the last key of the path, which signs no certificate', () => {
    expect(checkPathAlgorithms([path[2]], { ...profile, leastRsaBits: 9000 })).toMatchObject({ status: 'passed' });
  });

  it.each([
    ['1.2.3.4', 'algorithm-unsupported'],
    ['1.2.840.113549.1.1.5', 'algorithm-weak'],
    ['1.2.840.113549.1.1.14', 'algorithm-not-allowed'],
  ])('are refused by name: %s is %s', (oid, reason) => {
    expect(algorithmReason({ oid }, profile)).toBe(reason);
  });
});
