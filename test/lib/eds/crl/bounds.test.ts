import { beforeAll, describe, expect, it } from '@jest/globals';
import { validatePath, type PathInputs } from '../../../../lib/eds/path.ts';
import type { Crl } from '../../../../lib/eds/crl/crl.ts';
import { generalizedTime } from '../../../../lib/signing/der-writer.ts';
import { extension } from '../../../../lib/local/authority/extension.ts';
import { issueCrl, issueRoot, issueUser, march, type Issued } from '../path/issue.ts';

let root: Issued;
let user: Issued;
beforeAll(async () => {
  root = await issueRoot();
  user = await issueUser(root, 'User');
});

/** A second after (or, negative, before) noon of the day. */
const seconds = (day: number, number: number) => new Date(march(day).getTime() + number * 1000);
const codeOf = (crls: readonly Crl[], more: Partial<PathInputs> = {}, target = user) =>
  validatePath({
    target: target.certificate,
    candidates: [],
    anchors: [root.certificate],
    at: march(15),
    crls,
    revocation: 'required',
    ...more,
  }).code;

describe('the times between which a list is valid', () => {
  it('include its nextUpdate', () => {
    expect(codeOf([issueCrl(root, { nextUpdate: march(15) })])).toBe('path-valid');
    expect(codeOf([issueCrl(root, { nextUpdate: seconds(15, -1) })])).toBe('crl-expired');
  });

  it('include the clock skew, in seconds', () => {
    const more = { clockSkew: 300 };
    expect(codeOf([issueCrl(root, { thisUpdate: seconds(15, 300) })], more)).toBe('path-valid');
    expect(codeOf([issueCrl(root, { thisUpdate: seconds(15, 301) })], more)).toBe('crl-from-future');
  });

  it('include the first second of the certificate', async () => {
    const fresh = await issueUser(root, 'Fresh', { notBefore: march(10) });
    expect(codeOf([issueCrl(root)], { listAfterIssue: true }, fresh)).toBe('path-valid');
    const fresher = await issueUser(root, 'Fresher', { notBefore: seconds(10, 1) });
    expect(codeOf([issueCrl(root)], { listAfterIssue: true }, fresher)).toBe('crl-older-than-certificate');
  });

  it('include the last second of the certificate', async () => {
    const old = await issueUser(root, 'Old', { notAfter: march(16) });
    const inputs = { now: march(18) };
    expect(codeOf([issueCrl(root, { thisUpdate: march(16) })], inputs, old)).toBe('path-valid');
    expect(codeOf([issueCrl(root, { thisUpdate: seconds(16, 1) })], inputs, old)).toBe('crl-newer-than-certificate');
  });

  it("include the time after a certificate's last second if the list keeps its lines", async () => {
    const old = await issueUser(root, 'Old', { notAfter: march(14) });
    const keptSince = (moment: Date) =>
      issueCrl(root, { thisUpdate: march(15), more: [extension('2.5.29.60', generalizedTime(moment))] });
    const inputs = { at: march(14), now: march(15) };
    expect(codeOf([keptSince(march(14))], inputs, old)).toBe('path-valid');
    expect(codeOf([keptSince(seconds(14, 1))], inputs, old)).toBe('crl-newer-than-certificate');
  });

  it('a revocation counts from its own second', () => {
    expect(codeOf([issueCrl(root, { revoked: [[user, march(15)]] })])).toBe('certificate-revoked');
    expect(codeOf([issueCrl(root, { revoked: [[user, seconds(15, 1)]] })])).toBe('path-valid');
  });
});

describe('a delta', () => {
  const complete = () => issueCrl(root, { number: 7, revoked: [[user, march(9), 'certificateHold']] });
  const delta = (more: Parameters<typeof issueCrl>[1] = {}) =>
    issueCrl(root, { number: 8, deltaOf: 7, thisUpdate: march(14), ...more });
  const lifted = (moment: Date) => delta({ revoked: [[user, moment, 'removeFromCRL']] });

  it('lifts a hold from its own second', () => {
    expect(codeOf([complete(), lifted(march(15))])).toBe('path-valid');
    expect(codeOf([complete(), lifted(seconds(15, 1))])).toBe('certificate-revoked');
  });

  it('applies to a list no older than its base and older than the delta', () => {
    const lift = { revoked: [[user, march(11), 'removeFromCRL']] } as const;
    for (const [base, number, code] of [
      [7, 8, 'path-valid'],
      [6, 8, 'path-valid'],
      [8, 9, 'certificate-revoked'],
      [6, 7, 'certificate-revoked'],
    ] as const)
      expect([base, number, codeOf([complete(), delta({ ...lift, deltaOf: base, number })])]).toEqual([
        base,
        number,
        code,
      ]);
  });

  it('counts if it is the newest of several', () => {
    const older = lifted(march(11));
    const newer = delta({ number: 9, thisUpdate: seconds(14, 60), revoked: [[user, march(12), 'keyCompromise']] });
    for (const deltas of [
      [older, newer],
      [newer, older],
    ])
      expect(codeOf([complete(), ...deltas])).toBe('certificate-revoked');
  });

  it('from the future or expired says nothing, and then the list alone is not enough', () => {
    const clean = issueCrl(root, { number: 7 });
    expect(codeOf([clean, delta({ thisUpdate: march(16) })])).toBe('crl-from-future');
    expect(codeOf([clean, delta({ nextUpdate: seconds(15, -1) })])).toBe('crl-expired');
  });

  it('reports an earlier revocation than the list', () => {
    const later = issueCrl(root, { number: 7, revoked: [[user, march(16)]] });
    expect(codeOf([later])).toBe('path-valid');
    expect(codeOf([later, delta({ revoked: [[user, march(12)]] })])).toBe('certificate-revoked');
    expect(
      codeOf([issueCrl(root, { number: 7, revoked: [[user, march(12)]] }), delta({ revoked: [[user, march(16)]] })]),
    ).toBe('certificate-revoked');
  });
});
