import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { extendCms } from '../../../../lib/adapters/trust/extend-cms.ts';
import { renewCms } from '../../../../lib/adapters/trust/renew-cms.ts';
import { cmsOids } from '../../../../lib/eds/cms/oids.ts';
import { readOid } from '../../../../lib/eds/der.ts';
import { collectEvidence } from '../../../../lib/eds/evidence.ts';
import { endingWithin } from '../../../../lib/eds/extend/ending.ts';
import { openSignerInfos, splice } from '../../../../lib/eds/extend/splice.ts';
import { hashContent } from '../../../../lib/eds/hash-content.ts';
import { makeOcspRequest } from '../../../../lib/eds/ocsp/cert-id.ts';
import { findProfile } from '../../../../lib/eds/profiles/find-profile.ts';
import { verifyEds, type EdsInput } from '../../../../lib/eds/verify.ts';
import { indefinite } from '../../../../lib/local/authority/indefinite.ts';
import { issuePerson, issueTimestampAuthority } from '../../../../lib/local/authority/issuer.ts';
import { answerOcsp } from '../../../../lib/local/authority/ocsp-responder.ts';
import { answerTimestamp } from '../../../../lib/local/authority/timestamp-responder.ts';
import { addressesOf, makeAuthority, validFor } from '../../../../lib/local/demo/demo-authority.ts';
import { element, octetString } from '../../../../lib/signing/der-writer.ts';
import { systemRandom } from '../../../../lib/signing/random.ts';
import { signDetached } from '../../../../lib/signing/sign-detached.ts';
import { attribute, type Signer } from '../../../../lib/signing/signer-info.ts';
import { list, revoke } from './authority.ts';

const now = new Date('2026-11-30T09:00:00Z');
const [minute, day] = [60_000, 86_400_000];
const renewedAt = new Date('2031-06-01T09:00:00Z');
/** The first timestamp authority has ended; the second has not. */
const in2033 = new Date('2033-01-01T00:00:00Z');
const content = new TextEncoder().encode('Справка (демо)');

describe.each(['rsa', 'gost-2015'] as const)('a signature of %s that was extended', (family) => {
  let authority: Awaited<ReturnType<typeof makeAuthority>>;
  let second: Signer;
  let extended: EdsInput;
  let renewed: Uint8Array;
  const policy = '1.2.398.3.3.2.6.2';
  const stampBy = (signer: Signer, at: Date) => async (request: Uint8Array) =>
    answerTimestamp(request, { signer, policy, now: at, random: systemRandom });
  const listsAt = (at: Date) =>
    [authority.root, authority.nca].map((issuer) => list(issuer, new Date(at.getTime() - minute), []));
  const offline = (cms: Uint8Array, at: Date, more: Partial<EdsInput> = {}) =>
    verifyEds({ ...extended, cms, at, certificates: [authority.root.certificate], crls: [], ...more });
  async function renew(input: EdsInput, signer: Signer, at: Date): Promise<Uint8Array> {
    const today = { ...input, at, crls: listsAt(at) };
    const result = await renewCms(today, { askTimestamp: stampBy(signer, at), clock: () => at });
    if (!('cms' in result)) throw new Error(`lacks ${result.lacks}`);
    return result.cms;
  }

  beforeAll(async () => {
    authority = await makeAuthority(family, now, systemRandom);
    const { root, nca, ocsp, tsa } = authority;
    second = await issueTimestampAuthority(nca, 'DEMO TSA 2', addressesOf(family, 'nca'), {
      notBefore: new Date('2031-01-01T00:00:00Z'),
      notAfter: new Date('2036-01-01T00:00:00Z'),
      random: systemRandom,
    });
    const signer = await issuePerson(nca, {
      person: { surname: 'Демо', firstName: 'Азамат', iin: '900315390018' },
      role: 'individual',
      addresses: addressesOf(family, 'nca'),
      ...validFor(365, now),
      random: systemRandom,
    });
    const anchor = createHash('sha256').update(root.certificate).digest('hex');
    const input: EdsInput = {
      cms: await signDetached(content, signer, now),
      content,
      at: now,
      profile: findProfile('demo', [`${anchor}=persons+timestamps+revocation`])!,
      certificates: [root.certificate, nca.certificate],
      crls: listsAt(now),
    };
    const later = new Date(now.getTime() + minute);
    const result = await extendCms(input, {
      clock: () => later,
      askTimestamp: stampBy(tsa, now),
      askOcsp: async (subjects) =>
        subjects.map(({ certificate, issuer }) =>
          answerOcsp(makeOcspRequest(certificate, issuer, new Uint8Array(16)), {
            responder: ocsp,
            issuer: nca.certificate,
            statusOf: () => 'good',
            now: later,
          }),
        ),
    });
    if (!('cms' in result)) throw new Error('not extended');
    extended = { ...input, cms: result.cms };
    renewed = await renew(extended, second, renewedAt);
  });

  it('says on what its verdict rests and until when', () => {
    const [proof] = offline(extended.cms, renewedAt).signers.map((each) => each.proof);
    // RSA by PKCS #1 v1.5 has a date, GOST has none.
    expect(proof).toMatchObject(
      family === 'rsa'
        ? { restsOn: 'timestamp', until: '2029-01-01T00:00:00.000Z', endsBy: 'algorithm' }
        : { restsOn: 'timestamp', until: '2031-11-29T09:00:00.000Z', endsBy: 'tsa-certificate' },
    );
    expect(endingWithin([proof!], new Date('2028-06-01T00:00:00Z'), 365)).toHaveLength(family === 'rsa' ? 1 : 0);
  });

  it('proves nothing once the timestamp authority has ended, and does so again if it was renewed before', () => {
    const ended = offline(extended.cms, in2033);
    expect(ended).toMatchObject({
      verdict: 'indeterminate',
      signers: [{ referenceTimeSource: 'timestamp-unchecked' }],
    });
    expect(ended.signers[0]!.checks).toContainEqual(
      expect.objectContaining({
        code: 'proof-lasts',
        detail: { problem: 'proof-ended', until: '2031-11-29T09:00:00.000Z' },
      }),
    );
    const { verdict, signers } = offline(renewed, in2033);
    expect({ verdict, source: signers[0]!.referenceTimeSource }).toEqual({ verdict: 'passed', source: 'timestamp' });
    if (family === 'gost-2015')
      expect(signers[0]!.proof).toEqual({
        restsOn: 'archive-timestamp',
        until: '2036-01-01T00:00:00.000Z',
        endsBy: 'tsa-certificate',
      });
    // The second authority ends, too.
    expect(offline(renewed, new Date('2036-02-01T00:00:00Z')).verdict).toBe('indeterminate');
  });

  it('warns of an algorithm past its date, and refuses it only where the profile says so', () => {
    const strict = { ...extended.profile, agedAlgorithms: 'refuse' as const };
    const ages = offline(renewed, in2033).signers[0]!.checks.filter(({ code }) => code === 'algorithm-age');
    expect(ages.map(({ status }) => status)).toEqual(family === 'rsa' ? ['warning', 'warning'] : ['passed']);
    expect(offline(renewed, in2033, { profile: strict }).verdict).toBe(family === 'rsa' ? 'failed' : 'passed');
  });

  it('keeps every octet that is signed or stamped', () => {
    const [before, after] = [extended.cms, renewed].map((cms) => openSignerInfos(cms)[0]!);
    const hex = (nodes: readonly { raw: Uint8Array }[]) => nodes.map(({ raw }) => Buffer.from(raw).toString('hex'));
    expect(hex(after!.node.children.slice(0, -1))).toEqual(hex(before!.node.children.slice(0, -1)));
    expect(hex(after!.unsigned!.children)).toEqual(expect.arrayContaining(hex(before!.unsigned!.children)));
  });

  it('takes the form that NCALayer writes', async () => {
    const cms = await renew({ ...extended, cms: indefinite(extended.cms) }, second, renewedAt);
    expect(offline(cms, in2033).verdict).toBe('passed');
  });

  it('is renewed again, and each timestamp then covers the one before', async () => {
    const third = await issueTimestampAuthority(authority.root, 'DEMO TSA 3', addressesOf(family, 'root'), {
      notBefore: new Date('2035-01-01T00:00:00Z'),
      notAfter: new Date('2045-01-01T00:00:00Z'),
      random: systemRandom,
    });
    const twice = await renew({ ...extended, cms: renewed }, third, new Date('2035-06-01T09:00:00Z'));
    const { verdict, signers } = offline(twice, new Date('2044-01-01T00:00:00Z'));
    expect(verdict).toBe('passed');
    expect(signers[0]!.checks.filter(({ code }) => code === 'archive-timestamp')).toHaveLength(2);
  });

  it('may be added to later: more certificates, lists and attributes change nothing', () => {
    const additions = fc.record({
      certificates: fc.constantFrom([], [authority.tsa.certificate], [second.certificate]),
      crls: fc.constantFrom([], listsAt(in2033)),
      attributes: fc
        .uint8Array({ maxLength: 40 })
        .map((octets) => [[attribute('1.2.3.4', octetString(octets)), attribute('1.2.3.5', element(0x05))]]),
    });
    fc.assert(
      fc.property(additions, (more) => offline(splice(renewed, more), in2033).verdict === 'passed'),
      { numRuns: 12 },
    );
  });

  it('fails without something that is in the index', () => {
    // All but the archive timestamp itself: it is in no index, and its own signature does not cover each of its octets.
    const indexed = openSignerInfos(renewed)[0]!.unsigned!.children.filter(
      ({ children }) => readOid(children[0]!) !== cmsOids.archiveTimestamp,
    );
    expect(indexed).toHaveLength(2);
    fc.assert(
      fc.property(fc.constantFrom(...indexed), fc.noBias(fc.nat()), (node, place) => {
        const spoilt = Uint8Array.from(renewed);
        const at = Buffer.from(renewed).indexOf(node.raw) + 20 + (place % (node.raw.length - 20));
        spoilt[at]! ^= 1;
        return offline(spoilt, in2033).verdict === 'failed';
      }),
      { numRuns: 30 },
    );
  });

  it('does not outlive a lost key of the second authority, but does one of the first, lost after the second had stamped', () => {
    const after = new Date('2032-01-01T00:00:00Z');
    const losing = (signer: Signer, reason?: 'keyCompromise') => ({
      crls: [
        list(authority.nca, new Date(in2033.getTime() - minute), [
          { ...revoke(signer, after), ...(reason && { reason }) },
        ]),
      ],
    });
    expect(offline(renewed, in2033, losing(second)).verdict).toBe('failed');
    expect(offline(renewed, in2033, losing(second, 'keyCompromise')).verdict).toBe('failed');
    expect(offline(renewed, in2033, losing(authority.tsa, 'keyCompromise')).verdict).toBe('passed');
    expect(offline(extended.cms, in2033, losing(authority.tsa, 'keyCompromise')).verdict).toBe('failed');
  });

  it('gives the same report from its evidence, and with digests made before', async () => {
    const input = { ...extended, cms: renewed, at: in2033 };
    expect(verifyEds(collectEvidence(input))).toEqual(verifyEds(input));
    const contentDigests = await hashContent(input, async () => {});
    expect(verifyEds({ ...input, contentDigests })).toEqual(verifyEds(input));
  });

  it('is not renewed after its end, by a stranger, or while nobody stamps', async () => {
    const needs = { askTimestamp: stampBy(second, in2033), clock: () => in2033 };
    const late = { ...extended, at: in2033, crls: listsAt(in2033) };
    expect(await renewCms(late, needs)).toMatchObject({ lacks: 'proof', report: { verdict: 'indeterminate' } });
    const today = { ...extended, at: renewedAt, crls: listsAt(renewedAt) };
    const silent = { askTimestamp: async () => undefined, clock: () => renewedAt };
    expect(await renewCms(today, silent)).toEqual({ lacks: 'timestamp' });
    const { tsa } = await makeAuthority(family, new Date(renewedAt.getTime() - day), systemRandom);
    expect(await renewCms(today, { ...silent, askTimestamp: stampBy(tsa, renewedAt) })).toMatchObject({
      lacks: 'proof',
    });
  });
});
