import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openEdsCheck, refuseReport } from '../../../../lib/adapters/trust/check-eds.ts';
import { openOcsp, type OcspOptions } from '../../../../lib/adapters/trust/fetch-ocsp.ts';
import { parseCertificate } from '../../../../lib/eds/x509/certificate.ts';
import { issueOcspResponder, issuePerson } from '../../../../lib/local/authority/issuer.ts';
import { systemRandom } from '../../../../lib/signing/random.ts';
import type { OcspStatus } from '../../../../lib/local/authority/ocsp.ts';
import type { Signer } from '../../../../lib/signing/signer-info.ts';
import { after, saule, start } from '../identity/people.ts';
import { edsSettings, makeAuthority, sign, type TestAuthority } from './authority.ts';
import { startResponder } from './responder.ts';

const content = Buffer.from('what is signed');
let authority: TestAuthority;
let signer: Signer;
let server: Awaited<ReturnType<typeof startResponder>>;
let status: OcspStatus;
let now: Date;
const period = { notBefore: after(-86_400), notAfter: after(86_400 * 30), random: systemRandom };

beforeAll(async () => {
  authority = await makeAuthority();
  const responder = await issueOcspResponder(authority.nca, 'TEST OCSP', period);
  server = await startResponder({
    responder,
    issuer: authority.nca.certificate,
    statusOf: () => status,
    now: () => now,
  });
  signer = await issuePerson(authority.nca, {
    ...period,
    person: { surname: 'Ахметова', firstName: 'Сауле', iin: saule },
    role: 'individual',
    purpose: 'signature',
    // Nobody follows the addresses in a certificate.
    addresses: { crl: `${server.url}/trap`, ocsp: `${server.url}/trap` },
  });
});
afterAll(() => server.close());
beforeEach(() => {
  status = 'good';
  now = after(60);
  server.asked.length = 0;
});

/** A check whose bucket has only the root's lists, or also those of the signer's authority. */
function checkWith(paths: readonly string[], options: OcspOptions = {}, lists: 'root' | 'all' = 'root') {
  const [root, nca] = authority.crls(start);
  const bucket = {
    readAll: async (folder: string) =>
      new Map<string, Uint8Array>(
        folder === 'crls/'
          ? [['root', root], ...(lists === 'all' ? [['nca', nca] as const] : [])]
          : [
              ['root', authority.root.certificate],
              ['nca', authority.nca.certificate],
            ],
      ),
  };
  const sources = paths.map((path) => `${server.url}${path}`);
  const checkEds = openEdsCheck(
    edsSettings(authority.anchor, 'demo', sources),
    bucket,
    openOcsp(sources, { seconds: 0.5, ...options }),
  );
  return async () => (await checkEds({ cms: sign(signer, content), content, at: now })).report;
}
const notRevoked = ({ signers }: Awaited<ReturnType<ReturnType<typeof checkWith>>>) =>
  signers[0]?.checks.filter(({ code }) => code === 'certificate-not-revoked').at(-1);

describe('a check that may ask responders', () => {
  it('passes with a good answer if there is no list', async () => {
    expect((await checkWith(['/good'])()).verdict).toBe('passed');
    expect((await checkWith([])()).verdict).toBe('indeterminate');
  });

  it('fails with a revocation that no list names yet', async () => {
    status = { revokedAt: after(10), reason: 'keyCompromise' };
    expect((await checkWith([], {}, 'all')()).verdict).toBe('passed');
    const report = await checkWith(['/good'], {}, 'all')();
    expect(report.verdict).toBe('failed');
    expect(notRevoked(report)).toMatchObject({ status: 'failed', detail: { reason: 'keyCompromise' } });
  });

  it.each(['/silent', '/large', '/other-nonce', '/without-nonce', '/elsewhere', '/broken'])(
    'accepts no answer from %s: it says what is missing, and lists decide if there are any',
    async (path) => {
      const report = await checkWith([path])();
      expect(report.verdict).toBe('indeterminate');
      expect(notRevoked(report)).toMatchObject({ status: 'indeterminate', detail: { problem: 'crl-missing' } });
      expect(new Set(server.asked)).toEqual(new Set([path]));
      expect((await checkWith([path], {}, 'all')()).verdict).toBe('passed');
    },
  );

  it('waits for no responder longer than the limit', async () => {
    // It would wait for ever, because the responder never answers.
    expect((await checkWith(['/silent'], { seconds: 0.2 })()).verdict).toBe('indeterminate');
  });

  it('continues with the first answer while others are silent', async () => {
    const ask = openOcsp([`${server.url}/silent`, `${server.url}/good`], { seconds: 3600 });
    expect(await ask([subject()], now)).toHaveLength(1);
  });

  it('never asks an address that is not configured', async () => {
    await checkWith(['/good'])();
    await checkWith([])();
    expect(new Set(server.asked)).toEqual(new Set(['/good']));
  });

  it('asks only about certificates to which a pinned anchor leads', async () => {
    const stranger = await makeAuthority();
    const other = await stranger.issue(saule, 'signature');
    const sources = [`${server.url}/good`];
    const bucket = { readAll: async () => new Map([['root', authority.root.certificate]]) };
    const checkEds = openEdsCheck(edsSettings(authority.anchor, 'demo', sources), bucket);
    const { report } = await checkEds({ cms: sign(other, content), content, at: now });
    expect(report.verdict).toBe('indeterminate');
    expect(server.asked).toEqual([]);
    // The authority is unknown here, so asking again would not help.
    expect(refuseReport(report)).toMatchObject({ refused: 'eds/authority' });
  });
});

const subject = () => ({
  certificate: parseCertificate(signer.certificate),
  issuer: parseCertificate(authority.nca.certificate),
});

describe('answers', () => {
  it('are used again until their nextUpdate, at most for an hour', async () => {
    const ask = openOcsp([`${server.url}/until-tomorrow`]);
    const first = await ask([subject()], now);
    expect(await ask([subject()], after(60 + 3599))).toEqual(first);
    expect(server.asked).toHaveLength(1);
    now = after(60 + 3600);
    expect(await ask([subject()], now)).not.toEqual(first);
    expect(server.asked).toHaveLength(2);
  });

  it('without nextUpdate are requested each time', async () => {
    const ask = openOcsp([`${server.url}/good`]);
    await ask([subject()], now);
    status = { revokedAt: after(10) };
    await ask([subject()], now);
    expect(server.asked).toHaveLength(2);
  });

  it('that did not come are not requested again within a minute', async () => {
    const ask = openOcsp([`${server.url}/broken`]);
    for (const seconds of [60, 90, 119]) expect(await ask([subject()], after(seconds))).toEqual([]);
    expect(server.asked).toHaveLength(1);
    await ask([subject()], after(120));
    expect(server.asked).toHaveLength(2);
  });

  it('belong to questions that each have their own nonce', async () => {
    const nonces = new Set<string>();
    const newNonce = () => {
      const nonce = crypto.getRandomValues(new Uint8Array(32));
      nonces.add(Buffer.from(nonce).toString('hex'));
      return nonce;
    };
    const ask = openOcsp([`${server.url}/good`, `${server.url}/good`], { newNonce });
    for (let time = 0; time < 3; time += 1) expect(await ask([subject()], now)).toHaveLength(1);
    expect(nonces.size).toBe(6);
  });
});
