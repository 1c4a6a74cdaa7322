import { expect, it } from '@jest/globals';
import { verifySignature } from '../../../lib/eds/algorithms.ts';
import { hasNonce, readOcspAnswer } from '../../../lib/eds/ocsp/answer.ts';
import { parseOcspResponse } from '../../../lib/eds/ocsp/response.ts';
import { readSignerIdentity } from '../../../lib/eds/person.ts';
import { findProfile } from '../../../lib/eds/profiles/find-profile.ts';
import type { Check } from '../../../lib/eds/report.ts';
import { parseTimestampResponse } from '../../../lib/eds/tsp/timestamp-token.ts';
import { verifyEds } from '../../../lib/eds/verify.ts';
import { makeContext } from '../../../lib/eds/verify/context.ts';
import { checkCertificate } from '../../../lib/eds/verify/path.ts';
import { verifyToken, type Stamped } from '../../../lib/eds/verify/token.ts';
import { parseCertificate } from '../../../lib/eds/x509/certificate.ts';
import { openKeyFile } from '../../../lib/signing/pkcs12/open-key-file.ts';
import { describeNca, ncaAuthorities, ncaFile, ncaLists, ncaPins } from './nca-fixtures.ts';
import { Budget } from '../../../lib/eds/budget.ts';
import { Message } from '../../../lib/eds/message.ts';
import { Work } from '../../../lib/eds/work.ts';

const profile = () => findProfile('kz-nca', ncaPins())!;
const context = (at: string, ocsps: string[] = []) =>
  makeContext(
    new Date(at),
    profile(),
    { certificates: ncaAuthorities(), crls: ncaLists(), ocsps: ocsps.map(ncaFile) },
    new Work(),
  );
const certificateOf = async (name: string, password: string) =>
  parseCertificate((await openKeyFile(ncaFile(name), password)).signers[0].certificate);
const open = (checks: readonly Check[]): string[] =>
  checks
    .filter(({ status }) => status === 'failed' || status === 'indeterminate')
    .map(({ code, detail }) => `${code}: ${detail?.['problem']}`);

describeNca('the national authority’s test material', () => {
  it.each([
    ['individual_valid_sign_2004_rsa.cer', { iin: '123456789011', kind: 'individual', roles: [] }],
    [
      'ceo_valid_sign_2004_gost.cer',
      { iin: '123456789011', bin: '123456789021', kind: 'organisation', roles: ['first-head'] },
    ],
  ])('%s is valid and not revoked, and says who it is', (name, identity) => {
    const certificate = parseCertificate(ncaFile(name));
    const { checks } = checkCertificate(certificate, context('2022-04-15T00:00:00Z'), new Date('2022-04-15T00:00:00Z'));
    expect(open(checks)).toEqual([]);
    expect(readSignerIdentity(certificate)).toMatchObject(identity);
  });

  it('refuses the first head, who is on hold according to the list and OCSP', async () => {
    const certificate = await certificateOf('ceo_gost2015_revoked.p12', 'Aa123456');
    const now = context('2022-09-02T17:00:00Z', ['ocsp_response_ceo_2015_revoked.bin']);
    expect(open(checkCertificate(certificate, now, now.at).checks)).toEqual([
      'certificate-not-revoked: certificate-revoked',
    ]);
    const byList = context('2022-07-28T00:00:00Z');
    expect(open(checkCertificate(certificate, byList, byList.at).checks)).toEqual([
      'certificate-not-revoked: certificate-revoked',
    ]);
  });

  it('reads OCSP answers with responder, signature and nonce', async () => {
    const response = parseOcspResponse(ncaFile('ocsp_response_individual_sign_2004.bin'));
    const certificate = await certificateOf('individual_rsa.p12', 'Qwerty12');
    const [rsa, gost] = ncaAuthorities().map((der) => parseCertificate(der));
    const responders = response.certificates.map((der) => parseCertificate(der));
    expect(readOcspAnswer(response, certificate, rsa!, responders, new Work())).toMatchObject({
      answered: [{ status: { kind: 'good' } }],
      responder: { kind: 'delegated', nocheck: true, usable: true },
    });
    expect(readOcspAnswer(response, certificate, gost!, responders, new Work())).toBe('other');
    expect(readOcspAnswer(response, certificate, rsa!, [], new Work())).toBe('ocsp-unverified');
    expect(hasNonce(response, Buffer.from('b5e5c9b552cbcac4', 'hex'))).toBe(true);
    expect(hasNonce(response, Buffer.from('b5e5c9b552cbcac5', 'hex'))).toBe(false);
  });

  it('verifies both signatures of one CMS and refuses the signer whose certificate had expired', () => {
    const report = verifyEds({
      cms: ncaFile('signed_two_signers.cms'),
      at: new Date('2022-09-27T22:00:00Z'),
      profile: profile(),
      certificates: ncaAuthorities(),
      crls: ncaLists(),
    });
    expect(report.verdict).toBe('failed');
    const [gost, rsa] = report.signers;
    // The list is a day older than the certificate, so it cannot show that the certificate was not revoked.
    expect(open(gost!.checks)).toEqual(['certificate-not-revoked: crl-older-than-certificate']);
    expect(open(rsa!.checks)).toContain('certificate-validity: certificate-expired');
    for (const { checks } of [gost!, rsa!])
      expect(checks).toContainEqual({ code: 'signature', status: 'passed', source: 'RFC 5652 5.6' });
  });

  it('verifies the timestamp of a GOST-2004 authority, and refuses its SHA-1 imprint for new signatures', () => {
    const token = parseTimestampResponse(ncaFile('tsp_response.bin'));
    const at = context('2022-09-18T13:30:00Z');
    const of =
      (hex: string): Stamped =>
      (digest) =>
        at.work.digest(digest, Buffer.from(hex, 'hex'));
    expect(open(verifyToken(token, of('CAFEBABE'), at).checks)).toEqual(['timestamp-imprint: imprint-weak']);
    expect(open(verifyToken(token, of('CAFEBABF'), at).checks)).toEqual(['timestamp-imprint: imprint-differs']);
    const sha1 = { ...at, profile: { ...at.profile, digests: [...at.profile.digests, 'SHA-1'] } };
    expect(verifyToken(token, of('CAFEBABE'), sha1).time).toEqual({
      at: new Date('2022-09-18T13:20:14Z'),
      checked: true,
    });
    expect(token.info.nonce).toBe(1663507112663n);
  });

  it('verifies a national signature by its name and its OID', () => {
    const certificate = parseCertificate(ncaFile('ceo_valid_sign_2004_gost.cer'));
    const [, issuer] = ncaAuthorities().map((der) => parseCertificate(der));
    for (const oid of ['GOST-34.310-2004', '1.2.398.3.10.1.1.1.2']) {
      expect(
        verifySignature(
          { oid },
          issuer!.publicKey.der,
          new Message(certificate.tbs),
          certificate.signature,
          new Budget(),
        ),
      ).toBe('valid');
    }
  });
});
