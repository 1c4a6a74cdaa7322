import { beforeAll, describe, expect, it } from '@jest/globals';
import { basicConstraints, extension, keyUsage } from '../../../../lib/local/authority/extension.ts';
import { integer, oid, sequence } from '../../../../lib/signing/der-writer.ts';
import { EdsCache, validatePath, type PathInputs } from '../../../../lib/eds/path.ts';
import type { Certificate } from '../../../../lib/eds/x509/certificate.ts';
import { issueAuthority, issueCrl, issueRoot, issueUser, march, unknownExtension, type Issued } from './issue.ts';
import { Budget } from '../../../../lib/eds/budget.ts';
import { Work } from '../../../../lib/eds/work.ts';

let root: Issued;
let authority: Issued;
let user: Issued;

beforeAll(async () => {
  root = await issueRoot();
  authority = await issueAuthority(root, 'Authority');
  user = await issueUser(authority, 'User');
});

const certificatesOf = (all: readonly Issued[]): Certificate[] => all.map(({ certificate }) => certificate);

const validate = (target: Issued, candidates: readonly Issued[], more: Partial<PathInputs> = {}) =>
  validatePath({
    target: target.certificate,
    candidates: certificatesOf(candidates),
    anchors: [root.certificate],
    at: march(15),
    crls: [],
    revocation: 'off',
    ...more,
  });

describe('validatePath', () => {
  it('passes a path from the pinned root, and reports every check in the order of RFC 5280', () => {
    const { valid, code, checks, path } = validate(user, [authority]);
    expect({ valid, code }).toEqual({ valid: 'passed', code: 'path-valid' });
    expect(path.map(({ fingerprint }) => fingerprint)).toEqual(
      certificatesOf([root, authority, user]).map(({ fingerprint }) => fingerprint),
    );
    expect(
      checks.filter(({ subject }) => subject === authority.certificate.fingerprint).map(({ code: name }) => name),
    ).toEqual([
      'certificate-signature',
      'certificate-validity',
      'certificate-not-revoked',
      'certificate-issuer-name',
      'certificate-names-permitted',
      'certificate-policy-known',
      'issuer-is-authority',
      'issuer-path-length',
      'issuer-may-sign-certificates',
      'critical-extensions-known',
    ]);
  });

  it('gives the same result for the same inputs, with a cache and without', () => {
    const cache = new EdsCache();
    const work = () => new Work(new Budget(), cache);
    const first = validate(user, [authority], { work: work() });
    expect(validate(user, [authority], { work: work() })).toEqual(first);
    expect(validate(user, [authority])).toEqual(first);
  });

  it('finds no path without the intermediate, or to a root that is not pinned', async () => {
    expect(validate(user, []).code).toBe('issuer-not-found');
    const other = await issueRoot({ subject: authority.certificate.subject.der });
    expect(validate(user, [authority], { anchors: [other.certificate] })).toMatchObject({
      valid: 'failed',
      code: 'certificate-signature',
    });
  });

  it('refuses a target that is itself the anchor', () => {
    expect(validate(root, []).code).toBe('path-empty');
  });

  it('chooses among issuers of one name the one that signed, whatever their order', async () => {
    const namesake = await issueAuthority(root, 'Authority');
    expect(validate(user, [namesake, authority]).valid).toBe('passed');
    expect(validate(user, [authority, namesake]).valid).toBe('passed');
    expect(validate(user, [namesake]).code).toBe('certificate-signature');
  });

  it('skips an expired certificate of the same authority for the valid one', async () => {
    const { key } = authority;
    const expired = await issueAuthority(root, 'Authority', { key, notAfter: march(2) });
    expect(validate(user, [expired, authority]).valid).toBe('passed');
    expect(validate(user, [expired]).code).toBe('certificate-expired');
  });

  it('terminates for certificates that certify each other', async () => {
    const first = await issueAuthority(authority, 'Circle', { subject: root.certificate.subject.der });
    const second = await issueAuthority(first, 'Authority', { key: authority.key });
    expect(validate(user, [first, second], { anchors: [] }).code).toBe('issuer-not-found');
  });

  it('limits the cost of many certificates with one name', async () => {
    const { key } = authority;
    const heap = await Promise.all(
      Array.from({ length: 60 }, (_, serial) => issueAuthority(authority, 'Authority', { key: root.key, serial })),
    );
    expect(key.family).toBe('ecdsa');
    // Indeterminate: the limit was reached before all were tried.
    expect(validate(user, heap).valid).toBe('indeterminate');
  });

  it('refuses before the first and after the last moment of validity, and accepts these two moments', () => {
    expect(validate(user, [authority], { at: march(1) }).valid).toBe('passed');
    expect(validate(user, [authority], { at: march(31) }).valid).toBe('passed');
    expect(validate(user, [authority], { at: new Date(march(1).getTime() - 1) }).code).toBe(
      'certificate-not-yet-valid',
    );
    expect(validate(user, [authority], { at: new Date(march(31).getTime() + 1) }).code).toBe('certificate-expired');
  });

  it.each([
    ['is no authority', [basicConstraints(false), keyUsage('keyCertSign')], 'issuer-is-authority'],
    ['says nothing of being an authority', [keyUsage('keyCertSign')], 'issuer-is-authority'],
    ['may not sign certificates', [basicConstraints(true), keyUsage('cRLSign')], 'issuer-may-sign-certificates'],
    [
      'has an unknown critical extension',
      [basicConstraints(true), unknownExtension(true)],
      'critical-extensions-known',
    ],
  ])('refuses an issuer that %s', async (_, extensions, code) => {
    const issuer = await issueUser(root, 'Issuer', { extensions });
    expect(validate(await issueUser(issuer, 'User'), [issuer])).toMatchObject({ valid: 'failed', code });
  });

  it('refuses one authority more than the path length allows', async () => {
    const short = await issueUser(root, 'Short', { extensions: [basicConstraints(true, 0), keyUsage('keyCertSign')] });
    const below = await issueAuthority(short, 'Below');
    expect(validate(await issueUser(short, 'User'), [short]).valid).toBe('passed');
    expect(validate(await issueUser(below, 'User'), [short, below]).code).toBe('issuer-path-length');
  });

  it('accepts an unknown extension that is not critical and refuses a critical one', async () => {
    const mild = await issueUser(authority, 'Mild', { extensions: [unknownExtension(false)] });
    const strict = await issueUser(authority, 'Strict', { extensions: [unknownExtension(true)] });
    expect(validate(mild, [authority]).valid).toBe('passed');
    expect(validate(strict, [authority]).code).toBe('critical-extensions-known');
  });

  it('requires a policy only if the path or the caller does', async () => {
    const policy = '1.2.398.3.3.2';
    const policies = extension('2.5.29.32', sequence(sequence(oid(policy))));
    const demanding = extension('2.5.29.36', sequence(Uint8Array.of(0x80, 1, 0)), true);
    const issuer = await issueAuthority(root, 'Demanding', { extensions: [policies, demanding] });
    const good = await issueUser(issuer, 'Good', { extensions: [policies] });
    const bad = await issueUser(issuer, 'Bad');
    expect(validate(good, [issuer])).toMatchObject({ valid: 'passed', policies: [policy] });
    expect(validate(bad, [issuer]).code).toBe('certificate-policy-known');
    expect(validate(good, [issuer], { policy: { initialPolicySet: ['1.2.3'] } }).code).toBe('path-policy-accepted');
    expect(validate(user, [authority], { policy: { initialExplicitPolicy: true } }).code).toBe(
      'certificate-policy-known',
    );
  });

  it('does not multiply policies that map to each other', async () => {
    const names = Array.from({ length: 24 }, (_, number) => oid(`1.2.3.${number}`));
    const policies = extension('2.5.29.32', sequence(...names.map((name) => sequence(name))));
    const pairs = names.flatMap((from) => names.map((to) => sequence(from, to)));
    const mappings = extension('2.5.29.33', sequence(...pairs));
    let issuer = root;
    const between: Issued[] = [];
    for (const name of ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']) {
      issuer = await issueAuthority(issuer, name, { extensions: [policies, mappings] });
      between.push(issuer);
    }
    const target = await issueUser(issuer, 'User', { extensions: [policies] });
    // Multiplied, 24 to the power of 8 nodes would exceed the test's time and memory.
    const { valid } = validate(target, between, { policy: { initialExplicitPolicy: true } });
    expect(valid).toBe('passed');
  });

  it('inhibits anyPolicy from the certificate that says so', async () => {
    const any = extension('2.5.29.32', sequence(sequence(oid('2.5.29.32.0'))));
    const inhibit = extension('2.5.29.54', integer(0), true);
    const issuer = await issueAuthority(root, 'Inhibiting', { extensions: [any, inhibit] });
    const target = await issueUser(issuer, 'User', { extensions: [any] });
    const policy = { initialExplicitPolicy: true };
    expect(validate(target, [issuer], { policy }).code).toBe('certificate-policy-known');
    expect(validate(target, [issuer]).valid).toBe('passed');
  });

  it('is indeterminate without a list, and passes with one', () => {
    const lists = [issueCrl(root), issueCrl(authority)];
    expect(validate(user, [authority], { revocation: 'required', crls: lists }).valid).toBe('passed');
    expect(validate(user, [authority], { revocation: 'required', crls: lists.slice(0, 1) })).toMatchObject({
      valid: 'indeterminate',
      code: 'crl-missing',
    });
  });
});
