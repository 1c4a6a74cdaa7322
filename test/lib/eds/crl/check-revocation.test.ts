import { beforeAll, describe, expect, it } from '@jest/globals';
import { bitString, element, sequence, tagged } from '../../../../lib/signing/der-writer.ts';
import { extension, keyUsage } from '../../../../lib/local/authority/extension.ts';
import { validatePath, type PathInputs } from '../../../../lib/eds/path.ts';
import { readDer } from '../../../../lib/eds/der.ts';
import { parseCrl, type Crl } from '../../../../lib/eds/crl/crl.ts';
import {
  generalName,
  issueAuthority,
  issueCrl,
  issueRoot,
  issueUser,
  issuingPoint,
  march,
  nameOf,
  unknownExtension,
  type Issued,
} from '../path/issue.ts';

let root: Issued;
let user: Issued;
let others: Issued[];

beforeAll(async () => {
  root = await issueRoot();
  user = await issueUser(root, 'User');
  others = [];
});

const check = (crls: readonly Crl[], more: Partial<PathInputs> = {}) => {
  const { valid, code, checks, tryAgainAfter } = validatePath({
    target: user.certificate,
    candidates: others.map(({ certificate }) => certificate),
    anchors: [root.certificate],
    at: march(15),
    crls,
    revocation: 'required',
    ...more,
  });
  const detail = checks.find((made) => made.code === 'certificate-not-revoked')?.detail;
  return { valid, code, detail, tryAgainAfter };
};

describe('revocation by lists', () => {
  it('passes a certificate that a fresh list of its issuer does not name', () => {
    expect(check([issueCrl(root)]).valid).toBe('passed');
  });

  it('fails a certificate that is named, with the date and the reason', () => {
    const { code, detail } = check([issueCrl(root, { revoked: [[user, march(9), 'keyCompromise']] })]);
    expect(code).toBe('certificate-revoked');
    expect(detail).toMatchObject({ revokedAt: march(9).toISOString(), reason: 'keyCompromise' });
  });

  it('fails a certificate that is on hold at the reference time', () => {
    const { valid, detail } = check([issueCrl(root, { revoked: [[user, march(9), 'certificateHold']] })]);
    expect(valid).toBe('failed');
    expect(detail).toMatchObject({ reason: 'certificateHold' });
  });

  it('does not count what was revoked after the reference time, and says so', () => {
    const list = issueCrl(root, { thisUpdate: march(16), revoked: [[user, march(16)]] });
    const { valid, detail } = check([list], { now: march(17) });
    expect(valid).toBe('passed');
    expect(detail).toMatchObject({ revokedLater: march(16).toISOString() });
    expect(check([list], { at: march(16), now: march(17) }).valid).toBe('failed');
  });

  it.each([
    ['expired', { nextUpdate: march(14) }, 'crl-expired'],
    ['from the future', { thisUpdate: march(16) }, 'crl-from-future'],
    ['with an unknown critical extension', { more: [unknownExtension(true)] }, 'crl-unknown-critical'],
    [
      'for authorities alone',
      { more: [extension('2.5.29.28', sequence(Uint8Array.of(0x82, 1, 0xff)), true)] },
      'crl-scope',
    ],
    ['for some reasons alone', { more: [issuingPoint({ reasons: [1, 2] })] }, 'crl-reasons-incomplete'],
  ])('concludes nothing from a list %s', (_, options, problem) => {
    expect(check([issueCrl(root, options)])).toMatchObject({ valid: 'indeterminate', code: problem });
  });

  it('concludes nothing from a list without nextUpdate', () => {
    const { nextUpdate, ...list } = issueCrl(root);
    expect(nextUpdate).toEqual(march(20));
    expect(check([list]).code).toBe('crl-expired');
  });

  it('may require a list made after the certificate, and says when to ask again', async () => {
    const fresh = await issueUser(root, 'Fresh', { notBefore: march(11) });
    const inputs = { target: fresh.certificate, listAfterIssue: true };
    expect(check([issueCrl(root)], inputs)).toMatchObject({
      code: 'crl-older-than-certificate',
      tryAgainAfter: march(20),
    });
    expect(check([issueCrl(root, { thisUpdate: march(12) })], inputs).valid).toBe('passed');
  });

  it('does not trust a later list about a certificate that had expired by then, unless lines are kept', async () => {
    const old = await issueUser(root, 'Old', { notAfter: march(16) });
    const list = issueCrl(root, { thisUpdate: march(17) });
    const inputs = { target: old.certificate, now: march(18) };
    expect(check([list], inputs).code).toBe('crl-newer-than-certificate');
    expect(check([list], { ...inputs, listsKeepExpired: true }).valid).toBe('passed');
  });

  it('combines lists that each cover some reasons', () => {
    const some = issueCrl(root, { more: [issuingPoint({ reasons: [1, 2] })] });
    const rest = issueCrl(root, { more: [issuingPoint({ reasons: [3, 4, 5, 6, 7, 8] })] });
    expect(check([some, rest]).valid).toBe('passed');
  });

  it('does not accept a list of another issuer, whatever address the certificate gives', async () => {
    const other = await issueAuthority(root, 'Other');
    expect(check([issueCrl(other)]).code).toBe('crl-missing');
  });

  it('does not accept a list that another key signed in the name of the issuer', async () => {
    const impostor = await issueRoot({ subject: root.certificate.subject.der });
    expect(check([issueCrl(impostor)])).toMatchObject({ valid: 'indeterminate', code: 'crl-signature' });
  });

  it('accepts a list signed with a certificate only for lists, but not with one that may not sign lists or is revoked', async () => {
    const { der } = root.certificate.subject;
    const signer = await issueUser(root, 'Signer', { subject: der, extensions: [keyUsage('cRLSign')] });
    const bare = await issueUser(root, 'Bare', { subject: der, extensions: [keyUsage('digitalSignature')] });
    others = [signer, bare];
    const about = issueCrl(root, { more: [issuingPoint({ reasons: [1] })] });
    expect(check([issueCrl(bare)]).code).toBe('crl-signer-key-usage');
    // The root's list does not cover most reasons, so the signer's list decides; it is not asked about itself.
    expect(check([about, issueCrl(signer)]).valid).toBe('passed');
    const spoilt = issueCrl(root, { more: [issuingPoint({ reasons: [1] })], revoked: [[signer, march(9)]] });
    expect(check([spoilt, issueCrl(signer, { thisUpdate: march(12) })]).valid).toBe('indeterminate');
    others = [];
  });

  it('assigns the lines of an indirect list to the issuers that they name', async () => {
    const indirect = await issueAuthority(root, 'Indirect');
    const point = sequence(sequence(tagged(2, generalName.directory(nameOf('Indirect')))));
    const target = await issueUser(root, 'Target', { extensions: [extension('2.5.29.31', point)] });
    const serial = element(0x02, Buffer.from(target.certificate.serial, 'hex'));
    const when = element(0x17, Buffer.from('260309120000Z'));
    const issuer = (name: string): Uint8Array =>
      sequence(extension('2.5.29.29', sequence(generalName.directory(nameOf(name))), true));
    const list = (...lines: readonly Uint8Array[]): Crl => withLines(indirect, lines);
    others = [indirect];
    const ask = (crl: Crl) => check([crl, issueCrl(root)], { target: target.certificate });
    expect(ask(list(sequence(serial, when, issuer('Root')))).code).toBe('certificate-revoked');
    expect(ask(list(sequence(serial, when, issuer('Other')))).valid).toBe('passed');
    // RFC 5280 5.3.3: a line without an issuer belongs to the issuer of the line before.
    const first = sequence(element(0x02, Uint8Array.of(1)), when, issuer('Root'));
    expect(ask(list(first, sequence(serial, when))).code).toBe('certificate-revoked');
    expect(ask(list(sequence(serial, when))).valid).toBe('passed');
    others = [];
  });
});

describe('delta lists', () => {
  const complete = () => issueCrl(root, { number: 5, revoked: [[user, march(8), 'certificateHold']] });
  const empty = () => issueCrl(root, { number: 5 });

  it('revoke what the complete list does not have', () => {
    const delta = issueCrl(root, { number: 6, deltaOf: 5, revoked: [[user, march(12), 'keyCompromise']] });
    expect(check([empty(), delta]).code).toBe('certificate-revoked');
  });

  it('lift a hold from the date that they give', () => {
    const delta = issueCrl(root, { number: 6, deltaOf: 5, revoked: [[user, march(12), 'removeFromCRL']] });
    expect(check([complete(), delta]).valid).toBe('passed');
    expect(check([complete(), delta], { at: march(11), now: march(15) }).valid).toBe('failed');
  });

  it('make an expired complete list current', () => {
    const old = issueCrl(root, { number: 5, nextUpdate: march(12) });
    expect(check([old]).code).toBe('crl-expired');
    expect(check([old, issueCrl(root, { number: 6, deltaOf: 5 })]).valid).toBe('passed');
  });

  it('do not count without a complete list, or with one that is too old for them', () => {
    expect(check([issueCrl(root, { number: 6, deltaOf: 5 })]).code).toBe('crl-missing');
    const old = issueCrl(root, { number: 4, nextUpdate: march(12) });
    expect(check([old, issueCrl(root, { number: 6, deltaOf: 5 })]).code).toBe('crl-expired');
  });

  it('make the answer indeterminate when their signature is spoilt', () => {
    const delta = issueCrl(root, { number: 6, deltaOf: 5, revoked: [[user, march(12)]] });
    const spoilt = Uint8Array.from(delta.der);
    spoilt[spoilt.length - 1] = (spoilt.at(-1) ?? 0) ^ 1;
    expect(check([empty(), parseCrl(spoilt)])).toMatchObject({ valid: 'indeterminate', code: 'crl-signature' });
  });
});

/** An indirect list with these lines, signed again by the issuer. */
const withLines = (issuer: Issued, lines: readonly Uint8Array[]): Crl => {
  const crl = issueCrl(issuer, { revoked: [[user, march(9)]], more: [issuingPoint({ indirect: true })] });
  const fields = readDer(crl.tbs).children.map(({ raw }) => raw);
  const tbs = sequence(...fields.with(5, sequence(...lines)));
  return parseCrl(sequence(tbs, issuer.key.signatureAlgorithm, bitString(issuer.key.sign(tbs))));
};
