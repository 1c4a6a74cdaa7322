import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openOcsp } from '../../../../lib/adapters/trust/fetch-ocsp.ts';
import { openStamping, stampSignatures } from '../../../../lib/adapters/trust/stamp-signatures.ts';
import { extendedKey } from '../../../../lib/domain/signature/stamp.ts';
import { findProfile } from '../../../../lib/eds/profiles/find-profile.ts';
import { verifyEds } from '../../../../lib/eds/verify.ts';
import { issuePerson, issueTimestampAuthority } from '../../../../lib/local/authority/issuer.ts';
import { answerTimestamp } from '../../../../lib/local/authority/timestamp-responder.ts';
import { addressesOf, makeAuthority, validFor } from '../../../../lib/local/demo/demo-authority.ts';
import { systemRandom } from '../../../../lib/signing/random.ts';
import { signDetached } from '../../../../lib/signing/sign-detached.ts';
import { logLines } from '../log-lines.ts';
import { list } from './authority.ts';
import { startResponder } from './responder.ts';

const now = new Date('2026-11-30T09:00:00Z');
const later = new Date(now.getTime() + 60_000);
const content = Buffer.from('Справка (демо)');
const waiting = { cmsKey: 'a/signature.p7s', contentKey: 'a/content' };

describe.each(['rsa', 'gost-2015'] as const)('the platform’s own extension, %s', (family) => {
  let scene: Awaited<ReturnType<typeof openScene>>;
  beforeAll(async () => (scene = await openScene(family)));
  afterAll(() => scene.close());

  it('stores it beside the signature as it arrived, with the authority’s time', async () => {
    const { documents, stored, extend, offline, cms } = scene;
    const brought = await stampSignatures([waiting], { documents, extend });
    const stamped = brought.get('a/signature.p7s');
    expect(stamped?.at).toBe(later.toISOString());
    expect(stored.get('a/signature.p7s')).toEqual(cms);
    const extended = stored.get(extendedKey('a/signature.p7s', stamped!.part))!;
    expect(offline(extended, new Date('2030-06-01T00:00:00Z'))).toMatchObject({
      verdict: 'passed',
      signers: [{ referenceTimeSource: 'timestamp', referenceTime: later.toISOString() }],
    });
  });

  it('asks the responder each time: the status is later than the timestamp', async () => {
    const { documents, extend, asked, answerBy } = scene;
    answerBy('/until-tomorrow');
    await stampSignatures([waiting], { documents, extend });
    asked.length = 0;
    await stampSignatures([waiting], { documents, extend });
    // About the signer; the responder knows nothing of the authority above, and is not asked about it again at once.
    expect(asked).toEqual(['/until-tomorrow']);
  });

  it('goes on without a stamp if the octets are not a signature, and says which', async () => {
    const { documents, extend } = scene;
    const broken = { cmsKey: 'b/signature.p7s', contentKey: 'a/content' };
    let brought: Awaited<ReturnType<typeof stampSignatures>> | undefined;
    const lines = await logLines(async () => {
      brought = await stampSignatures([broken, waiting], { documents, extend });
    });
    expect([...brought!]).toMatchObject([
      ['b/signature.p7s', undefined],
      ['a/signature.p7s', { at: later.toISOString() }],
    ]);
    expect(lines.filter(({ level }) => level === 'ERROR')).toMatchObject([{ incident: 'stamp b/signature.p7s' }]);
  });

  it('waits for a responder’s answer where there are responders, though lists would do', async () => {
    const { documents, extend, answerBy } = scene;
    answerBy('/broken');
    const lines = await logLines(() => stampSignatures([waiting], { documents, extend }));
    expect(lines.filter(({ message }) => message === 'not-stamped')).toMatchObject([{ lacks: 'answer' }]);
    answerBy('/good');
  });

  it('renews it by a new authority, and keeps it beside the earlier ones; RSA ends by its algorithm all the same', async () => {
    const { documents, stored, extend, renew, offline, moveTo2031, moveBack } = scene;
    const { proof, part } = (await stampSignatures([waiting], { documents, extend })).get(waiting.cmsKey)!;
    const first = extendedKey(waiting.cmsKey, part);
    await moveTo2031();
    const before = new Map(stored);
    let brought: Awaited<ReturnType<typeof stampSignatures>> | undefined;
    const lines = await logLines(async () => {
      brought = await stampSignatures([{ ...waiting, cmsKey: first }], { documents, extend: renew });
    });
    moveBack();
    const renewed = brought!.get(first);
    if (family === 'rsa') {
      expect(proof).toEqual({ until: '2029-01-01T00:00:00.000Z', endsBy: 'algorithm' });
      expect([renewed, stored]).toEqual([undefined, before]);
      expect(lines.filter(({ message }) => message === 'not-stamped')).toMatchObject([{ cms: first, lacks: 'longer' }]);
      return;
    }
    expect(proof).toMatchObject({ until: expect.stringMatching(/^2031-11-29/), endsBy: 'tsa-certificate' });
    expect(renewed?.proof).toEqual({ until: '2036-01-01T00:00:00.000Z', endsBy: 'tsa-certificate' });
    const newest = extendedKey(waiting.cmsKey, renewed!.part);
    expect(stored).toEqual(new Map([...before, [newest, stored.get(newest)!]]));
    expect(offline(stored.get(newest)!, new Date('2035-01-01T00:00:00Z')).verdict).toBe('passed');
    expect(offline(stored.get(first)!, new Date('2035-01-01T00:00:00Z')).verdict).toBe('indeterminate');
  });

  it('says what a signature lacks whose certificate was revoked meanwhile', async () => {
    const { documents, extend, revoke } = scene;
    revoke();
    const lines = await logLines(() => stampSignatures([waiting], { documents, extend }));
    expect(lines.filter(({ message }) => message === 'not-stamped')).toMatchObject([
      { cms: 'a/signature.p7s', lacks: 'proof', check: 'certificate-not-revoked', problem: 'certificate-revoked' },
    ]);
  });
});

async function openScene(family: 'rsa' | 'gost-2015') {
  const { root, nca, ocsp, tsa } = await makeAuthority(family, now, systemRandom);
  let isRevoked = false;
  const server = await startResponder({
    responder: ocsp,
    issuer: nca.certificate,
    statusOf: () => (isRevoked ? { revokedAt: now, reason: 'keyCompromise' } : 'good'),
    now: () => later,
  });
  const signer = await issuePerson(nca, {
    person: { surname: 'Демо', firstName: 'Азамат', iin: '900315390018' },
    role: 'individual',
    addresses: addressesOf(family, 'nca'),
    ...validFor(365, now),
    random: systemRandom,
  });
  const cms = await signDetached(content, signer, now);
  const stored = new Map<string, Uint8Array>([
    ['a/signature.p7s', cms],
    ['a/content', content],
    ['b/signature.p7s', Buffer.from('no signature')],
  ]);
  const documents = {
    read: async (key: string) => stored.get(key)!,
    write: async (key: string, bytes: Uint8Array | string) => void stored.set(key, Buffer.from(bytes)) as never,
  };
  const anchor = createHash('sha256').update(root.certificate).digest('hex');
  const anchors = [`${anchor}=persons+timestamps`];
  const listsAt = (at: Date) => [root, nca].map((issuer) => list(issuer, new Date(at.getTime() - 60_000), []));
  let [crls, clock, authority] = [listsAt(now), later, tsa];
  const bucket = {
    readAll: async (folder: string) =>
      new Map(
        (folder === 'crls/' ? crls : [root.certificate, nca.certificate]).map((der, n) => [String(n), der] as const),
      ),
  };
  const settings = {
    ...{ TRUST_BUCKET: 'trust', EDS_PROFILE: 'demo', EDS_ANCHORS: anchors },
    ...{ OCSP_SOURCES: [`${server.url}/good`], TSP_SOURCES: [] },
  };
  const { extend, renew } = openStamping(settings, () => clock, bucket, {
    askTimestamp: async (request) =>
      answerTimestamp(request, { signer: authority, policy: '1.2.398.3.3.2.6.2', now: clock, random: systemRandom }),
    askOcsp: (subjects, at) => ask(subjects, at),
  });
  const responder = (path: string) => openOcsp([`${server.url}${path}`], { fresh: true, seconds: 25 });
  let ask = responder('/good');
  const offline = (of: Uint8Array, at: Date) =>
    verifyEds({
      ...{ cms: of, content, at, profile: findProfile('demo', anchors)! },
      ...{ certificates: [root.certificate], crls: [] },
    });
  return {
    documents,
    stored,
    ...{ extend, renew },
    async moveTo2031() {
      clock = new Date('2031-06-01T09:00:00Z');
      crls = listsAt(clock);
      authority = await issueTimestampAuthority(nca, 'DEMO TSA 2', addressesOf(family, 'nca'), {
        notBefore: new Date('2031-01-01T00:00:00Z'),
        notAfter: new Date('2036-01-01T00:00:00Z'),
        random: systemRandom,
      });
    },
    moveBack: () => void ([crls, clock, authority] = [listsAt(now), later, tsa]),
    offline,
    cms,
    asked: server.asked,
    answerBy: (path: string) => (ask = responder(path)),
    revoke: () => (isRevoked = true),
    close: server.close,
  };
}
