import { X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { signCms } from '../../../../lib/local/authority/cms.ts';
import { signCrl } from '../../../../lib/local/authority/crl.ts';
import { identifierOf, issueIntermediate, issuePerson, issueRoot } from '../../../../lib/local/authority/issuer.ts';
import { readIssued } from '../../../../lib/signing/issued.ts';
import { systemRandom } from '../../../../lib/signing/random.ts';
import type { Signer } from '../../../../lib/signing/signer-info.ts';
import { openssl, written } from './openssl.ts';

const now = new Date();
const hours = (count: number): Date => new Date(now.getTime() + count * 3600 * 1000);
const options = { notBefore: hours(-1), notAfter: hours(100), random: systemRandom };
const person = { surname: 'Демо', firstName: 'Азамат', iin: '900315390115' };
const pem = (...signers: readonly Signer[]): string =>
  signers.map(({ certificate }) => new X509Certificate(certificate).toString()).join('');

describe.each(['rsa', 'ecdsa'] as const)('openssl on what the authority makes by %s', (family) => {
  let root: Signer;
  let nca: Signer;
  let signer: Signer;
  beforeAll(async () => {
    const addresses = { crl: 'http://demo-authority.localhost/crl' };
    root = await issueRoot(family, 'DEMO ROOT', options);
    nca = await issueIntermediate(root, 'DEMO NCA', addresses, options);
    signer = await issuePerson(nca, { ...options, person, role: 'individual', addresses });
  });

  it.each([
    { detached: false, ber: false },
    { detached: false, ber: true },
    { detached: true, ber: false },
    { detached: true, ber: true },
  ])('verifies a CMS, %o', (how) => {
    const content = Buffer.from('заявление '.repeat(500));
    const cms = signCms({ content, signer, signingTime: now, ...how });
    const files = written({ cms, content, chain: pem(root, nca) });
    const given = how.detached ? ['-content', files['content']!] : [];
    const arguments_ = [
      'cms',
      '-verify',
      '-binary',
      '-inform',
      'DER',
      '-in',
      files['cms']!,
      '-CAfile',
      files['chain']!,
    ];
    const verified = openssl(...arguments_, ...given, '-out', '/dev/null');
    if (verified) expect(verified).toMatchObject({ ok: true });
  });

  it('finds the revoked certificates in a list, and not the others', () => {
    const { serial } = readIssued(signer.certificate);
    const crl = (issuer: Signer, revoked: readonly Uint8Array[]): Uint8Array =>
      signCrl(
        {
          issuer: readIssued(issuer.certificate).subject,
          issuerKeyIdentifier: identifierOf(issuer),
          thisUpdate: now,
          nextUpdate: hours(1),
          number: 1,
          revoked: revoked.map((one) => ({ serial: one, at: hours(-1), reason: 'keyCompromise' })),
        },
        issuer.privateKey,
      );
    const text = (der: Uint8Array): string =>
      `-----BEGIN X509 CRL-----\n${Buffer.from(der).toString('base64')}\n-----END X509 CRL-----\n`;
    const check = (revoked: readonly Uint8Array[]) => {
      const files = written({
        chain: pem(root),
        nca: pem(nca),
        person: pem(signer),
        crls: text(crl(root, [])) + text(crl(nca, revoked)),
      });
      return openssl(
        ...['verify', '-CAfile', files['chain']!, '-untrusted', files['nca']!, '-CRLfile', files['crls']!],
        ...['-crl_check_all', files['person']!],
      );
    };
    const [good, revoked] = [check([]), check([serial])];
    if (good) expect(good.ok).toBe(true);
    if (revoked) expect(revoked).toMatchObject({ ok: false, output: expect.stringContaining('certificate revoked') });
  });
});
