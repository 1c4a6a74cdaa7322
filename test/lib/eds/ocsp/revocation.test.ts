import { beforeAll, describe, expect, it } from '@jest/globals';
import { hasNonce, readOcspAnswer } from '../../../../lib/eds/ocsp/answer.ts';
import { ocspStatements, type OcspRules } from '../../../../lib/eds/ocsp/ocsp-statements.ts';
import { parseOcspResponse } from '../../../../lib/eds/ocsp/response.ts';
import { weigh } from '../../../../lib/eds/revocation/weigh.ts';
import { parseCertificate, type Certificate } from '../../../../lib/eds/x509/certificate.ts';
import {
  issueIntermediate,
  issueOcspResponder,
  issuePerson,
  issueRoot,
} from '../../../../lib/local/authority/issuer.ts';
import {
  certIdOf,
  neverIssued,
  signOcsp,
  type OcspFields,
  type SingleAnswer,
} from '../../../../lib/local/authority/ocsp.ts';
import { seededRandom } from '../../../../lib/local/authority/random.ts';
import type { Signer } from '../../../../lib/signing/signer-info.ts';
import { readIssued } from '../../../../lib/signing/issued.ts';
import { Work } from '../../../../lib/eds/work.ts';

const hour = 3_600_000;
const noon = new Date('2026-03-01T12:00:00Z');
const at = (hours: number) => new Date(noon.getTime() + hours * hour);
const options = { notBefore: at(-1000), notAfter: at(1000), random: seededRandom('ocsp-revocation') };
const addresses = { crl: 'http://demo-authority.localhost/crl/demo.crl' };
const person = { surname: 'Демо', firstName: 'Азамат', iin: '900315390115' };
let nca: Signer;
let responder: Signer;
let subject: Certificate;
let issuer: Certificate;
let candidates: readonly Certificate[];
let certId: Uint8Array;
beforeAll(async () => {
  const root = await issueRoot('ecdsa', 'ROOT', options);
  nca = await issueIntermediate(root, 'NCA', addresses, options);
  responder = await issueOcspResponder(nca, 'OCSP', { ...options, notAfter: at(2000) });
  const issued = await issuePerson(nca, { ...options, person, role: 'individual', addresses });
  subject = parseCertificate(issued.certificate);
  issuer = parseCertificate(nca.certificate);
  candidates = [parseCertificate(responder.certificate)];
  certId = certIdOf(nca.certificate, readIssued(issued.certificate).serial);
});

const respond = (answers: readonly Omit<SingleAnswer, 'certId'>[], more: Partial<OcspFields> = {}): Uint8Array =>
  signOcsp({
    responder,
    producedAt: new Date(Math.max(noon.getTime(), ...answers.map(({ thisUpdate }) => thisUpdate.getTime()))),
    answers: answers.map((one) => ({ ...one, certId })),
    ...more,
  });
const rules: OcspRules = {
  at: at(24),
  time: noon,
  clockSkew: 300,
  lifetime: 24 * 3600,
  embeddedWindow: 300,
  answersKeepExpired: false,
  doubtOf: ({ responder: { nocheck } }) => (nocheck ? undefined : 'ocsp-responder-unchecked'),
};
const read = (response: Uint8Array, among: readonly Certificate[]) =>
  readOcspAnswer(parseOcspResponse(response), subject, issuer, among, new Work());
const statementsOf = (responses: readonly Uint8Array[], more: Partial<OcspRules> = {}, embedded = false) => {
  const given = responses.map((der) => ({ ...parseOcspResponse(der), embedded }));
  return ocspStatements(given, subject, issuer, candidates, new Work(), { ...rules, ...more });
};
const check = (responses: readonly Uint8Array[], more: Partial<OcspRules> = {}) => {
  const { time, at: now } = { ...rules, ...more };
  return weigh(statementsOf(responses, more), { at: time, now });
};
const good = (hours: number) => respond([{ status: 'good', thisUpdate: at(hours) }]);
const revoked = (hours: number, thisUpdate = at(2), reason: 'superseded' | 'certificateHold' = 'superseded') =>
  respond([{ status: { revokedAt: at(hours), reason }, thisUpdate }]);
const unissued = (thisUpdate: Date) => respond([{ status: neverIssued, thisUpdate }], { extendedRevoke: true });

describe('of several answers', () => {
  it.each([
    ['a revocation counts before an older good one', () => [good(1), revoked(-1)], 'revoked'],
    ['a revocation stands, though a newer one says good', () => [good(1), revoked(-1, at(0))], 'revoked'],
    ['a hold is lifted by a newer good one', () => [good(1), revoked(-1, at(0), 'certificateHold')], 'good'],
    [
      'a hold is not lifted by one of the same moment',
      () => [good(1), revoked(-1, at(1), 'certificateHold')],
      'revoked',
    ],
    ['a certificate that became known is issued', () => [good(1), unissued(at(0))], 'good'],
    ['a certificate that is no longer known is not', () => [good(1), unissued(at(2))], 'revoked'],
  ] as const)('%s', (_, make, status) => {
    const responses = make();
    expect(check(responses)).toMatchObject({ status });
    expect(check(responses.toReversed())).toMatchObject({ status });
  });

  it('the same holds within one response', () => {
    const states = (reason: 'superseded' | 'certificateHold') => [
      { status: { revokedAt: at(-5), reason }, thisUpdate: at(-1) } as const,
      { status: 'good', thisUpdate: at(1) } as const,
    ];
    for (const [reason, status] of [
      ['superseded', 'revoked'],
      ['certificateHold', 'good'],
    ] as const) {
      expect(check([respond(states(reason))])).toMatchObject({ status });
      expect(check([respond(states(reason).toReversed())])).toMatchObject({ status });
    }
    const same = [
      { status: 'good', thisUpdate: at(1) },
      { status: { revokedAt: at(-5), reason: 'certificateHold' }, thisUpdate: at(1) },
    ] as const;
    expect(check([respond(same)])).toMatchObject({ status: 'revoked' });
  });

  it('a certificate that was never issued is reported as such', () => {
    expect(check([unissued(at(2))])).toMatchObject({ problem: 'certificate-never-issued', revokedAt: new Date(0) });
  });

  it.each([
    ['ocsp-stale', 'ocsp-unknown', () => [good(-100), respond([{ status: 'unknown', thisUpdate: at(1) }])]],
    ['ocsp-from-future', 'ocsp-unknown', () => [respond([{ status: 'unknown', thisUpdate: at(1) }]), good(30)]],
    ['ocsp-stale', 'ocsp-from-future', () => [good(30), good(-100)]],
  ] as const)('the reason %s is nearer to an answer than %s', (code, _, make) => {
    const responses = make();
    expect(check(responses)).toEqual({ status: 'undetermined', code });
    expect(check(responses.toReversed())).toEqual({ status: 'undetermined', code });
  });
});

describe('one answer', () => {
  it('revokes from exactly the time that it names', () => {
    expect(check([revoked(0)])).toMatchObject({ status: 'revoked', revokedAt: noon, reason: 'superseded' });
    expect(check([revoked(0.01)])).toMatchObject({ status: 'good', revokedLater: at(0.01) });
  });

  it('without a reason revokes for an unspecified one', () => {
    const plain = respond([{ status: { revokedAt: at(-1) }, thisUpdate: at(1) }]);
    expect(check([plain])).toMatchObject({ status: 'revoked', reason: 'unspecified' });
  });

  it('that is good says nothing about later revocations', () => {
    expect(check([good(1)])).toEqual({ status: 'good', asOf: at(1) });
    const promised = respond([{ status: 'good', thisUpdate: at(1), nextUpdate: at(30) }]);
    expect(check([promised])).toEqual({ status: 'good', asOf: at(1) });
    expect(read(promised, candidates)).toMatchObject({ answered: [{ nextUpdate: at(30) }] });
  });

  it("made after the certificate's end says nothing, unless answers are known to include expired certificates", () => {
    const after = { at: at(2000), time: at(999) };
    expect(check([good(1001)], after)).toEqual({ status: 'undetermined', code: 'ocsp-newer-than-certificate' });
    expect(check([good(1001)], { ...after, answersKeepExpired: true })).toMatchObject({ status: 'good' });
    expect(check([good(1000)], after)).toMatchObject({ status: 'good' });
  });
});

describe('the responder', () => {
  it('may answer from the first to the last moment of its certificate, and not outside', async () => {
    const brief = { ...options, notBefore: at(-1), notAfter: at(1) };
    const other = await issueOcspResponder(nca, 'BRIEF', brief);
    const ask = (hours: number) =>
      read(respond([{ status: 'good', thisUpdate: noon }], { responder: other, producedAt: at(hours) }), [
        parseCertificate(other.certificate),
      ]);
    for (const hours of [-1, 1]) expect(ask(hours)).toMatchObject({ responder: { usable: true } });
    for (const hours of [-1.01, 1.01]) expect(ask(hours)).toMatchObject({ responder: { usable: false } });
  });

  it('may be the issuer itself, which needs no further proof', () => {
    const own = respond([{ status: 'good', thisUpdate: noon }], { responder: nca });
    expect(read(own, [])).toMatchObject({ responder: { kind: 'issuer', nocheck: true } });
    expect(check([own])).toMatchObject({ status: 'good' });
  });

  it('is found by the hash of its key, and among others of its authority', async () => {
    const sibling = parseCertificate((await issueOcspResponder(nca, 'SIBLING', options)).certificate);
    const byKey = respond([{ status: 'good', thisUpdate: noon }], { namedBy: 'keyHash' });
    expect(read(byKey, [sibling, ...candidates])).toMatchObject({
      responder: { kind: 'delegated', certificate: candidates[0] },
    });
    expect(read(byKey, [sibling])).toBe('ocsp-unverified');
  });

  it('may include its certificate or not', () => {
    const alone = respond([{ status: 'good', thisUpdate: noon }], { certificates: [] });
    expect(parseOcspResponse(alone).certificates).toEqual([]);
    expect(check([alone])).toMatchObject({ status: 'good' });
  });
});

describe('a nonce', () => {
  const nonce = Uint8Array.of(7, 7);
  const carrying =
    (...value: number[]) =>
    () =>
      respond([], { nonce: Uint8Array.from(value) });
  it.each([
    ['in an OCTET STRING', carrying(4, 2, 7, 7), true],
    ['bare', carrying(7, 7), true],
    ['absent', () => respond([]), false],
    ['another', carrying(4, 2, 7, 8), false],
    ['of another length', carrying(4, 3, 7, 7), false],
    ['in another type', carrying(5, 2, 7, 7), false],
  ])('%s', (_, make, expected) => {
    expect(hasNonce(parseOcspResponse(make()), nonce)).toBe(expected);
  });
});
