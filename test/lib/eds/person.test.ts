import { beforeAll, describe, expect, it } from '@jest/globals';
import { readSignerIdentity } from '../../../lib/eds/person.ts';
import type { SignerIdentity, SignerReport } from '../../../lib/eds/report.ts';
import { checkApplicant, checkPerson, type Expected } from '../../../lib/eds/verify/expectations.ts';
import { parseCertificate } from '../../../lib/eds/x509/certificate.ts';
import { issuePerson, issueRoot } from '../../../lib/local/authority/issuer.ts';
import { seededRandom } from '../../../lib/local/authority/random.ts';
import type { Signer } from '../../../lib/signing/signer-info.ts';

const options = { notBefore: new Date('2026-01-01'), notAfter: new Date('2027-01-01'), random: seededRandom('person') };
let root: Signer;
beforeAll(async () => {
  root = await issueRoot('ecdsa', 'ROOT', options);
});
const addresses = { crl: 'http://demo-authority.localhost/crl/demo.crl' };
const person = { surname: 'Демо', firstName: 'Азамат', iin: '900315390115' };
const employer = { name: 'Отдел занятости', bin: '120140900101' };
const identityOf = async (role: 'individual' | 'employee' | 'firstHead'): Promise<SignerIdentity> => {
  const named = role === 'individual' ? person : { ...person, organisation: employer };
  const { certificate } = await issuePerson(root, { ...options, person: named, role, addresses });
  return readSignerIdentity(parseCertificate(certificate));
};

describe('readSignerIdentity', () => {
  it('distinguishes individuals from people who sign for an organisation, with their roles', async () => {
    const named = { iin: person.iin, commonName: 'ДЕМО АЗАМАТ' };
    const organisation = { ...named, bin: employer.bin, organisation: employer.name, kind: 'organisation' };
    expect(await identityOf('individual')).toEqual({ ...named, kind: 'individual', roles: [] });
    expect(await identityOf('employee')).toEqual({ ...organisation, roles: ['employee'] });
    expect(await identityOf('firstHead')).toEqual({ ...organisation, roles: ['first-head'] });
  });
});

describe('checkPerson', () => {
  const identity: SignerIdentity = { iin: person.iin, bin: employer.bin, kind: 'organisation', roles: ['first-head'] };
  const failures = (who: SignerIdentity, expected: Expected): string[] =>
    checkPerson(who, expected, 'ab').flatMap(({ status, detail }) =>
      status === 'failed' ? [String(detail?.['problem'])] : [],
    );

  it.each([
    [{}, []],
    [{ iin: person.iin, bin: employer.bin, role: 'first-head' }, []],
    [{ role: 'organisation' }, []],
    [{ iin: '000000000000', coSigners: [] }, ['iin-differs']],
    [{ iin: '000000000000' }, ['iin-differs']],
    [{ bin: '000000000000' }, ['bin-differs']],
    [{ role: 'individual' }, ['individual-needed']],
    [{ role: 'financial' }, ['role-missing']],
    [{ iin: '000000000000', coSigners: [person.iin], role: 'individual' }, []],
    [{ iin: '000000000000', coSigners: ['111111111111'] }, ['iin-differs']],
  ] satisfies [Expected, string[]][])('compares with %j', (expected, problems) => {
    expect(failures(identity, expected)).toEqual(problems);
  });

  it('says whom each check is about, and requires no role of a co-signer', () => {
    const all = { iin: person.iin, bin: employer.bin, role: 'first-head', coSigners: [] } as const;
    expect(checkPerson(identity, all, 'ab').map(({ code, status, subject }) => [code, status, subject])).toEqual([
      ['person-number', 'passed', 'ab'],
      ['person-matches', 'passed', 'ab'],
      ['organisation-matches', 'passed', 'ab'],
      ['role', 'passed', 'ab'],
    ]);
    const asCoSigner = { ...all, iin: '000000000000', coSigners: [person.iin] };
    expect(checkPerson(identity, asCoSigner, 'ab').map(({ code }) => code)).toEqual([
      'person-number',
      'person-matches',
    ]);
    const himself = { ...all, coSigners: [person.iin], role: 'financial' } as const;
    expect(failures(identity, himself)).toEqual(['role-missing']);
  });

  it('treats a citizen as an individual', () => {
    const citizen: SignerIdentity = { iin: person.iin, kind: 'individual', roles: [] };
    expect(failures(citizen, { role: 'individual' })).toEqual([]);
    expect(failures(citizen, { role: 'organisation' })).toEqual(['organisation-needed']);
  });

  it('reports what the certificate does not contain', () => {
    const nobody: SignerIdentity = { kind: 'individual', roles: [] };
    expect(failures(nobody, { iin: person.iin, bin: employer.bin })).toEqual(['iin-missing', 'bin-missing']);
  });
});

it('requires the applicant among the signers', () => {
  const by = (iin: string): SignerReport => ({
    verdict: 'passed',
    checks: [],
    identity: { iin, kind: 'individual', roles: [] },
    referenceTime: '2026-03-01T12:00:00.000Z',
    referenceTimeSource: 'server-clock',
  });
  const expected = { iin: '1'.repeat(12), coSigners: ['2'.repeat(12)] };
  expect(checkApplicant([by('2'.repeat(12))], expected)).toMatchObject([{ status: 'failed' }]);
  expect(checkApplicant([by('2'.repeat(12)), by('1'.repeat(12))], expected)).toMatchObject([{ status: 'passed' }]);
  expect(checkApplicant([by('1'.repeat(12))], expected)).toMatchObject([{ code: 'applicant-signed' }]);
  expect(checkApplicant([], {})).toEqual([]);
  expect(checkApplicant([], { coSigners: [] })).toEqual([]);
  expect(checkApplicant([], { iin: '1'.repeat(12) })).toEqual([]);
});
