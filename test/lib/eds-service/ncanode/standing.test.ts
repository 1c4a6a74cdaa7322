import { describe, expect, it } from '@jest/globals';
import { standingOf, type Wanted } from '../../../../lib/eds-service/ncanode/standing.ts';
import type { Check, CheckStatus } from '../../../../lib/eds/report.ts';

const check = (code: string, status: CheckStatus, subject?: string, detail?: Check['detail']): Check => ({
  ...{ code, status, source: 'a clause' },
  ...(subject !== undefined && { subject }),
  ...(detail && { detail }),
});
/** As the core reports a path: for each certificate from above, then the algorithms of all. */
const pathOf = (subject: string, status: CheckStatus = 'passed', detail?: Check['detail']) => [
  check('certificate-signature', 'passed', 'authority'),
  check('certificate-not-revoked', 'passed', 'authority'),
  check('certificate-signature', 'passed', subject),
  check('certificate-not-revoked', status, subject, detail),
  check('path-policy-accepted', 'not-applicable'),
  check('path-algorithms', 'passed'),
];
const wanted: Wanted = { sources: new Set(['OCSP', 'CRL']), answered: true };

describe('what a report says of a certificate itself', () => {
  it('is valid by its own path alone, whatever else failed', () => {
    const checks = [
      check('signature', 'failed'),
      ...pathOf('tsa', 'failed'),
      ...pathOf('signer'),
      check('role', 'failed'),
    ];
    expect(standingOf(checks, 'signer', wanted)).toEqual({
      valid: true,
      revocations: [
        { revoked: false, by: 'CRL', revocationTime: null, reason: null },
        { revoked: false, by: 'OCSP', revocationTime: null, reason: 'OK' },
      ],
    });
    expect(standingOf(checks, 'tsa', wanted).valid).toBe(false);
  });

  it('is that of the last path, if the certificate is on several', () => {
    expect(standingOf([...pathOf('signer'), ...pathOf('signer', 'failed')], 'signer', wanted).valid).toBe(false);
  });

  it.each([
    ['nothing was checked', []],
    ['the budget was used up', [check('cost', 'failed')]],
    ['no path was found', [check('path-found', 'indeterminate', 'signer', { problem: 'issuer-not-found' })]],
    ['the path was not checked to its end', pathOf('signer').slice(0, -1)],
    ['its status is not known', pathOf('signer', 'indeterminate', { problem: 'crl-expired' })],
    [
      'its algorithms could not be judged',
      [...pathOf('signer').slice(0, -1), check('path-algorithms', 'indeterminate')],
    ],
  ])('is not valid where %s', (_case, checks) => {
    const { valid, revocations } = standingOf(checks, 'signer', wanted);
    expect(valid).toBe(false);
    expect(revocations.every(({ revoked }) => !revoked)).toBe(true);
  });

  it('says why a status is not known, and a revocation in Java’s words', () => {
    const statusOf = (status: CheckStatus, detail: Check['detail']) =>
      standingOf(pathOf('signer', status, detail), 'signer', { ...wanted, sources: new Set(['CRL']) }).revocations[0];
    expect(standingOf([], 'signer', wanted).revocations[0]?.reason).toBe('not-checked');
    expect(statusOf('indeterminate', { problem: 'crl-expired' })?.reason).toBe('crl-expired');
    const revokedAt = '2026-11-30T08:30:00.000Z';
    expect(statusOf('failed', { problem: 'certificate-revoked', revokedAt, reason: 'cACompromise' })).toEqual({
      ...{ revoked: true, by: 'CRL', reason: 'CA_COMPROMISE' },
      revocationTime: '2026-11-30T08:30:00.000+00:00',
    });
  });
});
