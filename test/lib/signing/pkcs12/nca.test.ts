import { expect, it } from '@jest/globals';
import { verifySignature } from '../../../../lib/eds/algorithms.ts';
import { Budget } from '../../../../lib/eds/budget.ts';
import { Message } from '../../../../lib/eds/message.ts';
import { parseCertificate } from '../../../../lib/eds/x509/certificate.ts';
import { parseSignedData } from '../../../../lib/eds/cms/signed-data.ts';
import { findProfile } from '../../../../lib/eds/profiles/find-profile.ts';
import { verifyEds } from '../../../../lib/eds/verify.ts';
import { describeCertificate } from '../../../../lib/signing/describe-certificate.ts';
import { openKeyFile } from '../../../../lib/signing/pkcs12/open-key-file.ts';
import { signDetached } from '../../../../lib/signing/sign-detached.ts';
import { describeNca, ncaAuthorities, ncaFile, ncaLists, ncaPins } from '../../eds/nca-fixtures.ts';

const content = new TextEncoder().encode('{"өтініш":"тест"}');

describeNca('the national authority’s own key files', () => {
  it.each([
    ['individual_rsa.p12', 'Qwerty12', 'rsa', '123456789011', '2022-01-18'],
    ['individual_gost2015.p12', 'Aa123456', 'gost-2015', '123456789012', '2023-07-28'],
    ['ceo_gost2015_revoked.p12', 'Aa123456', 'gost-2015', '123456789011', '2023-07-27'],
  ] as const)('%s opens, says whose it is, and signs', async (name, password, family, iin, until) => {
    const { signers } = await openKeyFile(ncaFile(name), password);
    const [{ certificate, privateKey }] = signers;
    expect(privateKey.family).toBe(family);
    const description = describeCertificate(certificate);
    expect(description).toMatchObject({
      iin,
      uses: ['signature', 'authentication'],
      owner: expect.stringContaining('ТЕСТ'),
    });
    expect(description.notAfter.toISOString().slice(0, 10)).toBe(until);

    const signed = await signDetached(content, signers[0], description.notBefore);
    const [info] = parseSignedData(signed).signers;
    const { publicKey } = parseCertificate(certificate);
    expect(info).toBeDefined();
    const oid = { rsa: '1.2.840.113549.1.1.11', 'gost-2015': '1.2.398.3.10.1.1.2.3.2' }[family];
    const signature = await privateKey.sign(content);
    expect(verifySignature({ oid }, publicKey.der, new Message(content), signature, new Budget())).toBe('valid');
    await expect(openKeyFile(ncaFile(name), 'aA123456')).rejects.toMatchObject({ reason: 'wrong-password' });
  });

  it('make a signature that passes every mathematical check', async () => {
    const { signers } = await openKeyFile(ncaFile('individual_gost2015.p12'), 'Aa123456');
    const at = new Date('2022-09-27T22:00:00Z');
    const cms = await signDetached(content, signers[0], at);
    const evidence = { certificates: ncaAuthorities(), crls: ncaLists(), profile: findProfile('kz-nca', ncaPins())! };
    const report = verifyEds({ cms, content, at, ...evidence });
    const open = report.signers.flatMap(({ checks }) =>
      checks.filter(({ status }) => status === 'failed' || status === 'indeterminate'),
    );
    // The published list is a day older than the certificate, so it cannot show that the certificate was not revoked.
    expect(open.map(({ code }) => code)).toEqual(['certificate-not-revoked']);
  });
});
