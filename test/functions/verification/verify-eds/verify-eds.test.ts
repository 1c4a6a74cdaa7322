import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/verification/verify-eds/contract.ts';
import { verifyEds } from '../../../../functions/verification/verify-eds/verify-eds.ts';
import { openEdsCheck } from '../../../../lib/adapters/trust/check-eds.ts';
import type { Signer } from '../../../../lib/signing/signer-info.ts';
import { after, saule } from '../../../lib/adapters/identity/people.ts';
import { edsSettings, makeAuthority, sign, type TestAuthority } from '../../../lib/adapters/trust/authority.ts';
import { openTestBucket } from '../../../lib/adapters/trust/bucket.ts';

const content = Buffer.from('өтініш');
let authority: TestAuthority;
let signer: Signer;
let s3: Awaited<ReturnType<typeof openTestBucket>>;
beforeAll(async () => {
  [authority, s3] = await Promise.all([makeAuthority(), openTestBucket()]);
  signer = await authority.issue(saule, 'signature');
  const [root, nca] = authority.crls();
  await s3.put('certificates/root.cer', authority.root.certificate);
  await s3.put('certificates/nca.cer', authority.nca.certificate);
  await s3.put('crls/root.crl', root);
  await s3.put('crls/nca.crl', nca);
});
afterAll(() => s3.close());

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const ask = async (body: unknown) => {
  const checkEds = openEdsCheck(edsSettings(authority.anchor), s3.bucket);
  const { body: report } = await verifyEds({ body: contract.body.parse(body) }, { checkEds, now: after(60) });
  return contract.answer.parse(report);
};

describe('checking a signature for anybody', () => {
  it('passes it with the content beside it or in it, and says who signed', async () => {
    const detached = await ask({ cms: base64(sign(signer, content)), content: base64(content) });
    const attached = await ask({ cms: base64(sign(signer, content, { detached: false })) });
    for (const { verdict, signers } of [detached, attached]) {
      expect(verdict).toBe('passed');
      expect(signers).toMatchObject([{ verdict: 'passed', identity: { iin: saule } }]);
    }
  });

  it('fails other content, missing content and input that is not a signature, each with an answer', async () => {
    const cms = base64(sign(signer, content));
    const verdicts = [
      await ask({ cms, content: base64(Buffer.from('other')) }),
      await ask({ cms }),
      await ask({ cms: base64(content) }),
    ];
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['failed', 'failed', 'failed']);
  });

  it('accepts a signature in PEM and in base64 with the characters that editors add', async () => {
    const cms = base64(sign(signer, content));
    const pem = `-----BEGIN PKCS7-----\r\n${cms.replaceAll(/.{64}/gu, '$&\r\n')}\r\n-----END PKCS7-----\r\n`;
    for (const text of [pem, `\uFEFF${cms}`, ` ${cms.replaceAll(/.{76}/gu, '$&\n')}\n`, base64(Buffer.from(pem))])
      expect(await ask({ cms: text, content: base64(content) })).toMatchObject({ verdict: 'passed' });
  });

  it.each([
    ['<root/>', 'is-xml'],
    [base64(Buffer.from('<root/>')), 'is-xml'],
    [base64(Buffer.from('%PDF-1.7')), 'is-pdf'],
    [' eyJhbGciOiJSUzI1NiJ9.e30.c2ln\n', 'is-jws'],
    ['{"signature":""}', 'is-json'],
  ])('names the kind of %s', async (cms, problem) => {
    expect(await ask({ cms })).toMatchObject({
      verdict: 'failed',
      checks: [{ code: 'cms-form', detail: { problem } }],
    });
  });

  it('accepts only base64 and PEM, up to the limit', () => {
    const bodies = [{}, { cms: '' }, { cms: 'not base64!' }, { cms: 'MAA=', iin: saule }, { cms: 5 }];
    for (const body of [...bodies, { cms: `MAA=${' '.repeat(900_000)}` }])
      expect(contract.body.safeParse(body).success).toBe(false);
    const { error } = contract.body.safeParse({ cms: 'not base64!' });
    expect(error?.issues).toMatchObject([
      { path: ['cms'], params: { rule: 'cms' }, message: expect.stringContaining('PEM') },
    ]);
  });
});
