import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { toBase64 } from '../../../lib/eds/bytes.ts';
import { signDetached } from '../../../lib/signing/sign-detached.ts';
import type { Revocation } from '../../../lib/local/authority/crl.ts';
import { issuePerson, issueRoot } from '../../../lib/local/authority/issuer.ts';
import { readIssued } from '../../../lib/signing/issued.ts';
import { systemRandom } from '../../../lib/signing/random.ts';
import { checkSignature, digestOf, isPdf, type Held, type Trust } from '../../../web/verification/check-document.ts';
import { list } from '../../lib/adapters/trust/authority.ts';
import { families, iin, makeAuthority, now, type Authority } from '../signing/scene.ts';

const pdf = new TextEncoder().encode('%PDF-1.7 a document of ours');
const day = 86_400_000;

const trustOf = ({ root, nca }: Authority, revoked: readonly Revocation[] = []): Trust => ({
  profile: 'demo',
  anchors: [{ fingerprint: createHash('sha256').update(root.certificate).digest('hex'), purposes: ['persons'] }],
  certificates: [root, nca].map(({ certificate }) => toBase64(certificate)),
  crls: [list(root, now, []), list(nca, now, revoked)].map(toBase64),
});

describe.each(families)('a signature of %s over a file at hand', (family) => {
  let authority: Authority;
  let signer: Awaited<ReturnType<Authority['issue']>>;
  let cms: Uint8Array;
  beforeAll(async () => {
    authority = await makeAuthority(family);
    signer = await authority.issue(iin);
    cms = await signDetached(pdf, signer, now);
  });

  const check = (more: Partial<Held> = {}) =>
    checkSignature({ pdf, cms, trust: trustOf(authority), issuedAt: now, now: new Date(), ...more });

  it('is valid, and names the signer without their numbers', () => {
    const found = check();
    expect(found).toMatchObject({ verdict: 'holds', signer: expect.stringContaining('ДЕМО') });
    expect(found.proof).toMatchObject({ restsOn: 'server-clock', endsBy: 'signer-certificate' });
    expect(JSON.stringify(found)).not.toContain(iin);
  });

  it('is valid in PEM, and years later for the day in the register', () => {
    const pem = Buffer.from(`-----BEGIN CMS-----\n${toBase64(cms)}\n-----END CMS-----\n`);
    expect(check({ cms: pem }).verdict).toBe('holds');
  });

  it('is not valid for a changed file or for another file', () => {
    const tampered = Uint8Array.from(pdf);
    tampered[10]! ^= 1;
    for (const other of [tampered, new TextEncoder().encode('%PDF-1.7 another')])
      expect(check({ pdf: other }).verdict).toBe('other-content');
  });

  it('by a person whose certificate was revoked is not trusted', () => {
    const { serial } = readIssued(signer.certificate);
    const revocation = { serial, at: new Date(now.getTime() - day), reason: 'keyCompromise' } as const;
    expect(check({ trust: trustOf(authority, [revocation]), issuedAt: undefined }).verdict).toBe('revoked');
  });

  it("by an unknown authority, or by an impostor with an authority's name, is not trusted", async () => {
    const term = { notBefore: new Date(now.getTime() - day), notAfter: new Date(now.getTime() + day) };
    const options = { ...term, random: systemRandom };
    const person = { surname: 'Демо', firstName: 'Азамат', iin };
    const addresses = { crl: 'http://elsewhere.localhost/crl' };
    const elsewhere = await issueRoot(family, 'ELSEWHERE', options);
    const asked = { ...options, person, addresses, role: 'individual', purpose: 'signature' } as const;
    for (const stranger of [await issuePerson(elsewhere, asked), await (await makeAuthority(family)).issue(iin)])
      expect(check({ cms: await signDetached(pdf, stranger, now) }).verdict).toBe('unknown-authority');
  });

  it('with a certificate outside its validity is not trusted', async () => {
    const old = await authority.issue(iin, 'signature', -90, -30);
    expect(check({ cms: await signDetached(pdf, old, now) }).verdict).toBe('not-in-time');
  });

  it('that was spoilt is wrong, and other bytes are not a signature', () => {
    const spoilt = Uint8Array.from(cms);
    spoilt[spoilt.length - 5]! ^= 1;
    expect(check({ cms: spoilt }).verdict).toBe('broken');
    for (const none of [pdf, new Uint8Array(), signer.certificate])
      expect(check({ cms: none }).verdict).toBe('not-cms');
  });

  it('is neither right nor wrong without sufficiently new lists', () => {
    const trust = { ...trustOf(authority), crls: [] };
    expect(check({ trust }).verdict).toBe('unsure');
    expect(check({ now: new Date(now.getTime() + 900 * day), issuedAt: undefined }).verdict).not.toBe('holds');
  });
});

it("a file's digest is compared with the register's, and a PDF is recognised by its first octets", async () => {
  expect(await digestOf(pdf)).toBe(createHash('sha256').update(pdf).digest('hex'));
  expect([isPdf(pdf), isPdf(new Uint8Array([0x30, 0x80])), isPdf(new Uint8Array())]).toEqual([true, false, false]);
});
