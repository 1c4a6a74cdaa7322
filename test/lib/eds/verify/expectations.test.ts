import { describe, expect, it } from '@jest/globals';
import type { SignerIdentity } from '../../../../lib/eds/report.ts';
import { checkApplicant, checkPerson, type Expected } from '../../../../lib/eds/verify/expectations.ts';

const head: SignerIdentity = { iin: '900315390115', bin: '000000000001', kind: 'organisation', roles: ['first-head'] };
const said = (expected: Expected, identity: SignerIdentity = head) =>
  checkPerson(identity, expected, 'fingerprint').map(({ code, status, subject, detail }) => [
    code,
    status,
    subject,
    detail?.['problem'],
  ]);
const role = (status: string, problem?: string) => ['role', status, 'fingerprint', problem];

describe('one of several roles', () => {
  it('is present if the certificate has one of them', () => {
    expect(said({ oneOf: ['right-to-sign', 'first-head'] })).toContainEqual(role('passed'));
  });

  it('is missing if it has none of them', () => {
    expect(said({ oneOf: ['right-to-sign'] })).toContainEqual(role('failed', 'no-right-to-sign'));
    expect(said({ oneOf: [] })).toContainEqual(role('failed', 'no-right-to-sign'));
  });

  it('is not checked unless it is expected', () => {
    expect(said({}).map(([code]) => code)).not.toContain('role');
  });
});

describe('a co-signer', () => {
  it('is a named person with a number', () => {
    const { iin: _, ...nobody } = head;
    expect(said({ iin: '1', bin: '2', coSigners: ['900315390115'] }).map(([code]) => code)).toEqual([
      'person-number',
      'person-matches',
    ]);
    expect(said({ bin: '2', coSigners: ['900315390115'] }, nobody).map(([code]) => code)).toContain(
      'organisation-matches',
    );
  });
});

describe('an applicant', () => {
  it('is missing if no identity could be read', () => {
    const unread = {
      verdict: 'failed',
      checks: [],
      referenceTime: '2026-01-01T00:00:00.000Z',
      referenceTimeSource: 'server-clock',
    } as const;
    expect(checkApplicant([unread], { iin: '1', coSigners: ['2'] })).toMatchObject([
      { code: 'applicant-signed', status: 'failed', detail: { problem: 'applicant-missing' } },
    ]);
  });
});
