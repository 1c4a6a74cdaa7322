import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openEdsCheck, refuseReport } from '../../../../lib/adapters/trust/check-eds.ts';
import { reportSchema } from '../../../../lib/eds/report-schema.ts';
import { after, saule, start } from '../identity/people.ts';
import { edsSettings, makeAuthority, revoke, sign, type TestAuthority } from './authority.ts';
import { openTestBucket } from './bucket.ts';

const content = Buffer.from('what is signed');
let authority: TestAuthority;
let s3: Awaited<ReturnType<typeof openTestBucket>>;
const pem = (der: Uint8Array) =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;

beforeAll(async () => {
  authority = await makeAuthority();
  s3 = await openTestBucket();
  await s3.put('certificates/root.cer', authority.root.certificate);
  await s3.put('certificates/nca.cer', pem(authority.nca.certificate));
  await s3.put('certificates/broken.cer', '-----BEGIN CERTIFICATE-----\n?');
  await s3.put('certificates/readme.txt', 'not looked at');
  const [root, nca] = authority.crls();
  await s3.put('crls/root.crl', root);
  await s3.put('crls/nca.crl', nca);
});
afterAll(() => s3.close());

describe('the check of a signature', () => {
  it('passes with the certificates and lists of the bucket, PEM and DER', async () => {
    const checkEds = openEdsCheck(edsSettings(authority.anchor), s3.bucket);
    const signer = await authority.issue(saule, 'signature');
    const { report } = await checkEds({ cms: sign(signer, content), content, at: after(60), expected: { iin: saule } });
    expect(report).toMatchObject({ verdict: 'passed', signers: [{ identity: { iin: saule, kind: 'individual' } }] });
    expect(reportSchema.parse(report)).toEqual(report);
    expect(refuseReport(report)).toBeUndefined();
  });

  it('trusts nothing in the bucket that is not pinned', async () => {
    const checkEds = openEdsCheck(edsSettings('0'.repeat(64)), s3.bucket);
    const signer = await authority.issue(saule, 'signature');
    const { report } = await checkEds({ cms: sign(signer, content), content, at: after(60) });
    expect(report.verdict).toBe('failed');
    expect(refuseReport(report)).toMatchObject({ refused: 'eds/failed', extension: { report } });
  });

  it('is indeterminate, and reported as such, if the lists are too old', async () => {
    const checkEds = openEdsCheck(edsSettings(authority.anchor), s3.bucket);
    const signer = await authority.issue(saule, 'signature');
    const { report } = await checkEds({ cms: sign(signer, content), content, at: after(30 * 86_400) });
    expect(report.verdict).toBe('indeterminate');
    expect(refuseReport(report)).toMatchObject({ refused: 'eds/indeterminate' });
  });

  it('reads the bucket once a minute and fetches only what has changed', async () => {
    const checkEds = openEdsCheck(edsSettings(authority.anchor), s3.bucket);
    const signer = await authority.issue(saule, 'signature');
    const ask = (at: Date) => checkEds({ cms: sign(signer, content), content, at });
    await ask(after(3600));
    const before = s3.asked.length;
    await Promise.all([ask(after(3601)), ask(after(3659))]);
    expect(s3.asked.slice(before)).toEqual([]);
    await s3.put('crls/nca.crl', authority.crls(after(3600), [revoke(signer, after(3600))])[1]);
    const later = s3.asked.length;
    expect((await ask(after(3661))).report.verdict).toBe('failed');
    expect(s3.asked.slice(later).toSorted()).toEqual(['GetObjectCommand', 'ListObjectsV2Command']);
  });

  it('continues with what it has while the bucket cannot be reached, and fails without any material', async () => {
    let away = false;
    const flaky = {
      ...s3.bucket,
      readAll: (...args: Parameters<typeof s3.bucket.readAll>) =>
        away ? Promise.reject(new Error('S3 is away')) : s3.bucket.readAll(...args),
    };
    const signer = await authority.issue(saule, 'signature');
    const ask = (check: typeof checkEds, at: Date) => check({ cms: sign(signer, content), content, at });
    const checkEds = openEdsCheck(edsSettings(authority.anchor), flaky);
    expect((await ask(checkEds, after(4000))).report.verdict).toBe('passed');
    away = true;
    expect((await ask(checkEds, after(5000))).report.verdict).toBe('passed');
    const fresh = openEdsCheck(edsSettings(authority.anchor), flaky);
    await expect(ask(fresh, after(5000))).rejects.toThrow('S3 is away');
    away = false;
    expect((await ask(fresh, after(5001))).report.verdict).toBe('passed');
  });

  it('does not start with an unknown profile or a mistyped anchor', () => {
    expect(() => openEdsCheck(edsSettings(authority.anchor, 'kz-nsa'), s3.bucket)).toThrow('profile');
    expect(() => openEdsCheck(edsSettings('abc'), s3.bucket)).toThrow(RangeError);
  });

  it('reports random bytes as failed', async () => {
    const checkEds = openEdsCheck(edsSettings(authority.anchor), s3.bucket);
    const { report } = await checkEds({ cms: Buffer.from('junk'), at: start });
    expect(reportSchema.parse(report)).toMatchObject({ verdict: 'failed', signers: [] });
  });
});
