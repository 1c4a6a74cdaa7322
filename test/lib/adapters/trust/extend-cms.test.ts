import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { extendCms, type ExtendNeeds } from '../../../../lib/adapters/trust/extend-cms.ts';
import { openSignerInfos } from '../../../../lib/eds/extend/splice.ts';
import { makeOcspRequest } from '../../../../lib/eds/ocsp/cert-id.ts';
import { findProfile } from '../../../../lib/eds/profiles/find-profile.ts';
import { verifyEds, type EdsInput } from '../../../../lib/eds/verify.ts';
import { indefinite } from '../../../../lib/local/authority/indefinite.ts';
import { issuePerson } from '../../../../lib/local/authority/issuer.ts';
import { answerOcsp } from '../../../../lib/local/authority/ocsp-responder.ts';
import { answerTimestamp } from '../../../../lib/local/authority/timestamp-responder.ts';
import { addressesOf, makeAuthority, validFor } from '../../../../lib/local/demo/demo-authority.ts';
import { systemRandom } from '../../../../lib/signing/random.ts';
import { signDetached } from '../../../../lib/signing/sign-detached.ts';
import type { Signer } from '../../../../lib/signing/signer-info.ts';
import { list } from './authority.ts';

const now = new Date('2026-11-30T09:00:00Z');
const later = new Date(now.getTime() + 60_000);
const in2030 = new Date('2030-06-01T00:00:00Z');
const content = new TextEncoder().encode('Справка (демо)');
const minute = 60_000;

describe.each(['rsa', 'gost-2015'] as const)('a signature of %s', (family) => {
  let authority: Awaited<ReturnType<typeof makeAuthority>>;
  let input: EdsInput;
  let needs: ExtendNeeds;
  let signer: Signer;
  beforeAll(async () => {
    authority = await makeAuthority(family, now, systemRandom);
    const { root, nca, ocsp, tsa } = authority;
    signer = await issuePerson(nca, {
      person: { surname: 'Демо', firstName: 'Азамат', iin: '900315390018' },
      role: 'individual',
      addresses: addressesOf(family, 'nca'),
      ...validFor(365, now),
      random: systemRandom,
    });
    const anchor = createHash('sha256').update(root.certificate).digest('hex');
    input = {
      cms: await signDetached(content, signer, now),
      content,
      at: now,
      profile: findProfile('demo', [`${anchor}=persons+timestamps+revocation`])!,
      certificates: [root.certificate, nca.certificate],
      crls: [root, nca].map((issuer) => list(issuer, new Date(now.getTime() - minute), [])),
    };
    const policy = '1.2.398.3.3.2.6.2';
    needs = {
      clock: () => later,
      askTimestamp: async (request) => answerTimestamp(request, { signer: tsa, policy, now, random: systemRandom }),
      askOcsp: async (subjects) =>
        subjects.map(({ certificate, issuer }) =>
          answerOcsp(makeOcspRequest(certificate, issuer, new Uint8Array(16)), {
            responder: ocsp,
            issuer: nca.certificate,
            statusOf: () => 'good',
            now: later,
          }),
        ),
    };
  });

  const offline = (cms: Uint8Array, at: Date) =>
    verifyEds({ ...input, cms, at, certificates: [authority.root.certificate], crls: [] });
  async function extended(more: Partial<ExtendNeeds> = {}, cms = input.cms): Promise<Uint8Array> {
    const result = await extendCms({ ...input, cms }, { ...needs, ...more });
    if (!('cms' in result)) throw new Error(`lacks ${result.lacks}`);
    return result.cms;
  }

  it('passes with the anchor alone, also when its certificate has long expired', async () => {
    const cms = await extended();
    expect(offline(input.cms, now).verdict).toBe('indeterminate');
    expect(offline(cms, later).verdict).toBe('passed');
    expect(offline(cms, in2030)).toMatchObject({ verdict: 'passed' });
    expect(verifyEds({ ...input, at: in2030 }).verdict).toBe('failed');
  });

  it('keeps every octet that is signed', async () => {
    const [before, after] = [input.cms, await extended()].map((cms) => openSignerInfos(cms)[0]!.node.children);
    expect(after!.slice(0, before!.length).map(({ raw }) => Buffer.from(raw).toString('hex'))).toEqual(
      before!.map(({ raw }) => Buffer.from(raw).toString('hex')),
    );
  });

  it('takes the form that NCALayer writes', async () => {
    const attached = indefinite(input.cms);
    expect(offline(await extended({}, attached), in2030).verdict).toBe('passed');
  });

  it('is stamped once: what it has is kept', async () => {
    const once = await extended();
    const again = await extended({ askTimestamp: () => Promise.reject(new Error('not asked')) }, once);
    expect(Buffer.compare(again, once)).toBe(0);
  });

  it('waits while no authority stamps it, or one answers another question', async () => {
    const silent = { askTimestamp: async () => undefined };
    expect(await extendCms(input, { ...needs, ...silent })).toEqual({ lacks: 'timestamp' });
    let first: Uint8Array | undefined;
    const replayed: ExtendNeeds['askTimestamp'] = async (request) => (first ??= await needs.askTimestamp(request));
    await extendCms(input, { ...needs, askTimestamp: replayed });
    expect(await extendCms(input, { ...needs, askTimestamp: replayed })).toEqual({ lacks: 'timestamp' });
  });

  it('is not kept if its certificate is revoked meanwhile, or a stranger stamps it', async () => {
    const revoked: ExtendNeeds['askOcsp'] = async (subjects) =>
      subjects.map(({ certificate, issuer }) =>
        answerOcsp(makeOcspRequest(certificate, issuer, new Uint8Array(16)), {
          responder: authority.ocsp,
          issuer: authority.nca.certificate,
          statusOf: () => ({ revokedAt: new Date(now.getTime() - minute), reason: 'keyCompromise' }),
          now: later,
        }),
      );
    expect(await extendCms(input, { ...needs, askOcsp: revoked })).toMatchObject({
      lacks: 'proof',
      report: { verdict: 'failed' },
    });
    const { tsa } = await makeAuthority(family, now, systemRandom);
    const stranger: ExtendNeeds['askTimestamp'] = async (request) =>
      answerTimestamp(request, { signer: tsa, policy: '1.2.398.3.3.2.6.2', now, random: systemRandom });
    expect(await extendCms(input, { ...needs, askTimestamp: stranger })).toMatchObject({ lacks: 'proof' });
  });
});
