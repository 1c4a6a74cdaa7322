import { describe, expect, it } from '@jest/globals';
import { nothing, type Good, type Revoked, type Statement } from '../../../../lib/eds/revocation/statement.ts';
import { weigh } from '../../../../lib/eds/revocation/weigh.ts';
import { allReasons } from '../../../../lib/eds/x509/distribution-point.ts';

const day = (number: number) => new Date(Date.UTC(2026, 10, number));
const question = { at: day(15), now: day(20) };
const good = (asOf: number, more: Partial<Good> = {}): Good => ({
  says: 'good',
  asOf: day(asOf),
  reasons: allReasons,
  rank: 'others',
  ...more,
});
const revoked = (asOf: number, more: Partial<Revoked> = {}): Revoked => ({
  says: 'revoked',
  asOf: day(asOf),
  revokedAt: day(1),
  since: more.revokedAt ?? day(1),
  reason: 'keyCompromise',
  sparesEarlier: false,
  rank: 'others',
  ...more,
});
const hold = (asOf: number, more: Partial<Revoked> = {}) => revoked(asOf, { reason: 'certificateHold', ...more });
const unread = (asOf: number): Statement => ({ ...nothing('crl-unknown-critical'), unreadAsOf: day(asOf) });
const none = nothing('crl-missing');
const keyCompromiseAlone = 2;

/** The statements give the same result in either order. */
const statusOf = (statements: readonly Statement[], more = {}) => {
  const status = weigh(statements, { ...question, ...more });
  expect(weigh(statements.toReversed(), { ...question, ...more })).toEqual(status);
  return status;
};

describe('contradicting evidence', () => {
  it.each([
    ['a lasting revocation counts before a newer "good"', [revoked(2), good(3)], 'revoked'],
    ['a hold counts before an older "good"', [hold(3), good(2)], 'revoked'],
    ['a hold counts before a "good" of the same moment', [hold(3), good(3)], 'revoked'],
    ['a newer "good" lifts a hold', [hold(2), good(3)], 'good'],
    ['the newest of several holds counts', [hold(2), good(3), hold(4)], 'revoked'],
    ['a hold is not lifted by what its key says of itself', [hold(2), good(3, { rank: 'itself' })], 'revoked'],
    ['what a key says of itself is lifted by others', [hold(2, { rank: 'itself' }), good(3)], 'good'],
    ['a hold is not lifted for some reasons', [hold(2), good(3, { reasons: keyCompromiseAlone }), good(1)], 'revoked'],
    ['a revocation in doubt takes "good" away', [revoked(2, { doubt: 'crl-signer-path' }), good(3)], 'undetermined'],
    ['a hold in doubt takes an older "good" away', [hold(2, { doubt: 'crl-signer-path' }), good(1)], 'undetermined'],
    ['a hold in doubt is lifted', [hold(2, { doubt: 'crl-signer-path' }), good(3)], 'good'],
    ['what must not be read takes an older "good" away', [unread(3), good(2)], 'undetermined'],
    ['what must not be read takes a "good" of its moment away', [unread(3), good(3)], 'undetermined'],
    ['what must not be read leaves a newer "good"', [unread(3), good(4)], 'good'],
    ['what must not be read leaves a revocation', [unread(3), revoked(1)], 'revoked'],
    ['a lifted hold is open beside what must not be read', [hold(1), good(2), unread(3)], 'undetermined'],
    ['what says nothing takes nothing away', [none, good(2)], 'good'],
    ['nothing is good where nothing is said', [], 'undetermined'],
  ] as const)('%s', (_, statements, status) => {
    expect(statusOf(statements).status).toBe(status);
  });
});

describe('"good"', () => {
  it('is combined from reasons, and is as old as its oldest part', () => {
    const rest = allReasons & ~keyCompromiseAlone;
    const some = good(5, { reasons: keyCompromiseAlone });
    expect(statusOf([some, good(3, { reasons: rest }), good(1)])).toEqual({ status: 'good', asOf: day(3) });
    expect(statusOf([some])).toEqual({ status: 'undetermined', code: 'crl-reasons-incomplete' });
  });

  it('reports the first later revocation', () => {
    const later = [revoked(16, { revokedAt: day(17) }), revoked(16, { revokedAt: day(16) })];
    expect(statusOf([good(16), ...later])).toMatchObject({ status: 'good', revokedLater: day(16) });
    expect(statusOf([good(16), revoked(16, { revokedAt: question.at })]).status).toBe('revoked');
  });
});

describe('for a certificate whose owner vouches', () => {
  const since = (more: Partial<Revoked> = {}) => [good(16), revoked(16, { revokedAt: day(16), ...more })];
  it('a later revocation counts, unless its reason spares earlier signatures', () => {
    expect(statusOf(since())).toMatchObject({ status: 'good' });
    expect(statusOf(since(), { vouches: true })).toMatchObject({ status: 'revoked', problem: 'key-distrusted' });
    expect(statusOf(since({ sparesEarlier: true }), { vouches: true })).toMatchObject({ status: 'good' });
  });

  it('an earlier revocation counts like any other', () => {
    const early = since({ since: day(14), sparesEarlier: true });
    expect(statusOf(early, { vouches: true })).toMatchObject({
      problem: 'certificate-revoked',
      revokedAt: day(16),
      invalidSince: day(14),
    });
  });
});

describe('an indeterminate answer', () => {
  it.each([
    ['lists say why', [nothing('crl-expired'), nothing('ocsp-stale')], 'crl-expired'],
    ['answers say why where there is no list', [nothing('ocsp-stale'), none], 'ocsp-stale'],
    ['the one that came nearest says why', [nothing('crl-scope'), nothing('crl-signature')], 'crl-signature'],
    ['what took "good" away says why', [nothing('crl-signature'), unread(3), good(2)], 'crl-unknown-critical'],
  ] as const)('%s', (_, statements, code) => {
    expect(statusOf(statements)).toEqual({ status: 'undetermined', code });
  });

  it('is worth asking for again when the last future successor is due', () => {
    const promising = [19, 22, 21].map((promised) => nothing('crl-expired', day(promised)));
    expect(statusOf(promising)).toMatchObject({ tryAgainAfter: day(22) });
    expect(statusOf(promising.slice(0, 1))).toEqual({ status: 'undetermined', code: 'crl-expired' });
  });
});
