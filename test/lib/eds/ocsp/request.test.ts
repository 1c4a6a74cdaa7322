import { beforeAll, expect, it } from '@jest/globals';
import { hasNonce, readOcspAnswer } from '../../../../lib/eds/ocsp/answer.ts';
import { makeOcspRequest } from '../../../../lib/eds/ocsp/cert-id.ts';
import { parseOcspResponse } from '../../../../lib/eds/ocsp/response.ts';
import { EdsRefusal } from '../../../../lib/eds/refusal.ts';
import { parseCertificate, type Certificate } from '../../../../lib/eds/x509/certificate.ts';
import { answerOcsp } from '../../../../lib/local/authority/ocsp-responder.ts';
import {
  issueIntermediate,
  issueOcspResponder,
  issuePerson,
  issueRoot,
} from '../../../../lib/local/authority/issuer.ts';
import { seededRandom } from '../../../../lib/local/authority/random.ts';
import type { Signer } from '../../../../lib/signing/signer-info.ts';
import { Work } from '../../../../lib/eds/work.ts';

const now = new Date('2026-03-01T12:00:00Z');
const options = { notBefore: new Date('2026-01-01'), notAfter: new Date('2027-01-01'), random: seededRandom('ocsp') };
const addresses = { crl: 'http://demo-authority.localhost/crl/demo.crl' };
const person = { surname: 'Демо', firstName: 'Азамат', iin: '900315390115' };
let root: Signer;
let issuer: Signer;
let responder: Signer;
let subject: Certificate;
let authority: Certificate;
beforeAll(async () => {
  root = await issueRoot('ecdsa', 'ROOT', options);
  issuer = await issueIntermediate(root, 'NCA', addresses, options);
  responder = await issueOcspResponder(issuer, 'OCSP', options);
  const { certificate } = await issuePerson(issuer, { ...options, person, role: 'individual', addresses });
  subject = parseCertificate(certificate);
  authority = parseCertificate(issuer.certificate);
});
const nonce = Buffer.from('0123456789abcdef', 'hex');
const ask = (statusOf: (serial: string) => 'good' | undefined): ReturnType<typeof parseOcspResponse> =>
  parseOcspResponse(
    answerOcsp(makeOcspRequest(subject, authority, nonce), { responder, issuer: issuer.certificate, statusOf, now }),
  );

it('asks about one certificate, and the authority answers about exactly that one', () => {
  const response = ask((serial) => (serial === subject.serial ? 'good' : undefined));
  const responders = response.certificates.map((der) => parseCertificate(der));
  expect(readOcspAnswer(response, subject, authority, responders, new Work())).toMatchObject({
    answered: [{ status: { kind: 'good' }, thisUpdate: now }],
  });
  expect(hasNonce(response, nonce)).toBe(true);
  expect(readOcspAnswer(response, authority, parseCertificate(root.certificate), responders, new Work())).toBe('other');
});

it('reads "revoked in 1970" as never issued', () => {
  const response = ask(() => undefined);
  const responders = response.certificates.map((der) => parseCertificate(der));
  expect(readOcspAnswer(response, subject, authority, responders, new Work())).toMatchObject({
    answered: [{ status: { kind: 'never-issued' } }],
  });
});

it('refuses a response that contains no answer', () => {
  expect(() => parseOcspResponse(Uint8Array.of(0x30, 3, 0x0a, 1, 3))).toThrow(new EdsRefusal('ocsp-not-successful', 0));
});
