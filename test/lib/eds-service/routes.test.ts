import { beforeAll, describe, expect, it } from '@jest/globals';
import { reportSchema } from '../../../lib/eds/report-schema.ts';
import { refusePath } from '../../../lib/eds-service/routes.ts';
import { signCms } from '../../../lib/local/authority/cms.ts';
import { element, integer, octetString, oid, sequence, tagged } from '../../../lib/signing/der-writer.ts';
import { issuePerson } from '../../../lib/local/authority/issuer.ts';
import { addressesOf, validFor } from '../../../lib/local/demo/demo-authority.ts';
import { systemRandom } from '../../../lib/signing/random.ts';
import { answerOcsp } from '../../../lib/local/authority/ocsp-responder.ts';
import { makeOcspRequest } from '../../../lib/eds/ocsp/cert-id.ts';
import type { AskOcsp } from '../../../lib/adapters/trust/fetch-ocsp.ts';
import { base64, later, openService, type Service } from './example.ts';
import { certificatesVerified, cmsData, cmsVerified, refused } from './ncanode/shapes.ts';

const content = Buffer.from('Өтініш (демо)');
const both = ['OCSP', 'CRL'];

describe.each([
  ['rsa', 'SHA256WithRSAEncryption', 'SHA256'],
  ['gost-2015', 'ECGOST3410-2015-512', 'GOST3411-2015-512'],
] as const)('the calls of NCANode with %s', (family, signAlg, tspHashAlgorithm) => {
  let service: Service;
  let cms: string;
  beforeAll(async () => {
    service = await openService(family);
    cms = base64(await service.example.sign(content));
  });

  const signer = () => service.example.person('Азамат');

  it('/cms/verify says who signed and when, in NCANode’s fields and their order', async () => {
    const asked = { cms, data: base64(content), revocationCheck: both };
    const { status, body, verdict } = await service.ask('/cms/verify', asked);
    expect({ status, verdict }).toEqual({ status: 200, verdict: 'passed' });
    expect(cmsVerified.parse(body)).toMatchObject({
      valid: true,
      message: 'OK',
      signers: [
        {
          certificates: [
            {
              valid: true,
              revocations: [
                { revoked: false, by: 'CRL', revocationTime: null, reason: null },
                { revoked: false, by: 'OCSP', revocationTime: null, reason: 'not-answered' },
              ],
              keyUsage: 'SIGN',
              signAlg,
              keyUser: ['INDIVIDUAL'],
              subject: {
                commonName: 'ДЕМО АЗАМАТ',
                surName: 'ДЕМО',
                iin: '900315390018',
                country: 'KZ',
                dn: 'C=KZ, SERIALNUMBER=IIN900315390018, SURNAME=ДЕМО, CN=ДЕМО АЗАМАТ',
              },
              issuer: { country: 'KZ' },
            },
          ],
          tsp: { genTime: '2026-11-30T09:00:00.000+00:00', policy: '1.2.398.3.3.2.6.2', tsa: null, tspHashAlgorithm },
        },
      ],
    });
    expect(Object.keys(body)).toEqual(['status', 'message', 'valid', 'signers', 'verdict', 'report']);
    const [first] = cmsVerified.parse(body).signers;
    expect(Object.keys(first?.certificates[0] ?? {})).toEqual([
      ...['valid', 'revocations', 'notBefore', 'notAfter', 'keyUsage', 'serialNumber', 'signAlg', 'keyUser'],
      ...['publicKey', 'signature', 'subject', 'issuer'],
    ]);
    expect(Object.keys(first?.tsp ?? {})).toEqual([
      'serialNumber',
      'genTime',
      'policy',
      'tsa',
      'tspHashAlgorithm',
      'hash',
    ]);
  });

  it('/cms/verify is not valid over other content, though the certificate is', async () => {
    const { body } = await service.ask('/cms/verify', { cms, data: base64(Buffer.from('other')) });
    expect(cmsVerified.parse(body)).toMatchObject({
      valid: false,
      verdict: 'failed',
      signers: [{ certificates: [{ valid: true, revocations: [] }] }],
    });
  });

  it('/x509/info and /x509/verify answer for a certificate and for a bare signature', async () => {
    const { certificate, privateKey } = await signer();
    const info = await service.ask('/x509/info', { certs: [base64(certificate)], revocationCheck: ['CRL'] });
    expect(certificatesVerified.parse(info.body)).toMatchObject({
      valid: true,
      signers: [{ valid: true, signAlg, revocations: [{ by: 'CRL', revoked: false }] }],
      reports: [{ verdict: 'passed' }],
    });
    const signature = base64(privateKey.sign(content));
    const asked = { certificate: base64(certificate), signature, data: content.toString() };
    const signed = await service.ask('/x509/verify', asked);
    expect(certificatesVerified.parse(signed.body)).toMatchObject({ valid: true, verdict: 'passed' });
    const other = await service.ask('/x509/verify', { ...asked, data: 'other' });
    // The certificate is good; what it is said to have signed is not.
    expect(certificatesVerified.parse(other.body)).toMatchObject({
      valid: false,
      signers: [{ valid: true }],
      verdict: 'failed',
    });
  });

  it('a revoked certificate is not valid, asked for or not', async () => {
    const person = await signer();
    const crls = service.listsRevoking(person);
    const needs = service.needsOf({ material: async () => ({ certificates: service.example.certificates, crls }) });
    const certs = [base64(person.certificate)];
    const { body } = await service.ask('/x509/info', { certs, revocationCheck: ['OCSP', 'CRL'] }, needs);
    const line = { revoked: true, revocationTime: '2026-11-30T08:30:00.000+00:00', reason: 'KEY_COMPROMISE' };
    expect(certificatesVerified.parse(body)).toMatchObject({
      valid: false,
      signers: [
        {
          valid: false,
          revocations: [
            { ...line, by: 'CRL' },
            { ...line, by: 'OCSP' },
          ],
        },
      ],
    });
    const unasked = await service.ask('/x509/info', { certs }, needs);
    expect(unasked.body).toMatchObject({ valid: false, signers: [{ valid: false, revocations: [] }] });
  });
});

describe('the service', () => {
  let service: Service;
  let cms: string;
  beforeAll(async () => {
    service = await openService('rsa');
    cms = base64(await service.example.signPlain(content));
  });

  const signedBy = async (more: Partial<Parameters<typeof signCms>[0]> = {}) =>
    signCms({
      ...{ content, signer: await service.example.person('Азамат'), signingTime: later },
      ...more,
    });
  const data = base64(content);

  it('answers with the report alone at its own call', async () => {
    const { status, body } = await service.ask('/verifications', { cms, content: data });
    expect(status).toBe(200);
    expect(reportSchema.parse(body).verdict).toBe('passed');
    const { body: field } = await service.ask('/verifications', { cms, data });
    expect(refused.parse(field)).toMatchObject({ status: 400, code: 'input/field' });
  });

  it('says that a responder answered where one did', async () => {
    const { ocsp, nca } = service.example.authority;
    const asked: number[] = [];
    const askOcsp: AskOcsp = async (subjects) => {
      asked.push(subjects.length);
      return subjects.map(({ certificate, issuer }) =>
        answerOcsp(makeOcspRequest(certificate, issuer, new Uint8Array(16)), {
          ...{ responder: ocsp, issuer: nca.certificate, statusOf: () => 'good', now: later },
        }),
      );
    };
    const needs = service.needsOf({ askOcsp });
    const person = await service.example.person('Азамат');
    const { body } = await service.ask(
      '/x509/info',
      { certs: [base64(person.certificate)], revocationCheck: ['OCSP'] },
      needs,
    );
    expect(body).toMatchObject({ valid: true, signers: [{ revocations: [{ by: 'OCSP', reason: 'OK' }] }] });
    // The person, and the authority above.
    expect(asked).toEqual([2]);
  });

  it('asks no responder about a certificate that no anchor vouches for', async () => {
    const stranger = await openService('rsa');
    const person = await stranger.example.person('Азамат');
    const askOcsp: AskOcsp = async (subjects) => {
      expect(subjects).toEqual([]);
      return [];
    };
    const { body } = await service.ask(
      '/x509/info',
      { certs: [base64(person.certificate)] },
      service.needsOf({ askOcsp }),
    );
    expect(body).toMatchObject({ valid: false, verdict: 'failed', signers: [{ valid: false }] });
  });

  it('is never valid without lists, and says why', async () => {
    const needs = service.needsOf({
      material: async () => ({ certificates: service.example.certificates, crls: [] }),
    });
    const { body } = await service.ask('/cms/verify', { cms, data, revocationCheck: both }, needs);
    expect(cmsVerified.parse(body)).toMatchObject({
      valid: false,
      verdict: 'indeterminate',
      signers: [
        { certificates: [{ valid: false, revocations: [{ revoked: false, reason: 'crl-missing' }, { by: 'OCSP' }] }] },
      ],
    });
    const { certificate } = await service.example.person('Азамат');
    expect((await service.ask('/x509/info', { certs: [base64(certificate)] }, needs)).body).toMatchObject({
      valid: false,
      verdict: 'indeterminate',
    });
  });

  it('is not valid without a signer, where NCANode says valid', async () => {
    const none = element(0x31, new Uint8Array());
    const inner = sequence(oid('1.2.840.113549.1.7.1'), tagged(0, octetString(content)));
    const nobody = sequence(oid('1.2.840.113549.1.7.2'), tagged(0, sequence(integer(1), none, inner, none)));
    const { status, body } = await service.ask('/cms/verify', { cms: base64(nobody) });
    expect(status).toBe(200);
    expect(cmsVerified.parse(body)).toMatchObject({ valid: false, verdict: 'failed', signers: [] });
    expect(JSON.stringify(body)).toContain('no-signer');
  });

  it('gives the content of an attached signature, in pieces or not, and of a detached one the reason', async () => {
    for (const ber of [false, true]) {
      const { body } = await service.ask('/cms/extract', { cms: base64(await signedBy({ ber })) });
      expect(cmsData.parse(body)).toEqual({ status: 200, message: 'OK', data });
    }
    const detached = await service.ask('/cms/extract', { cms });
    expect(refused.parse(detached.body)).toMatchObject({ status: 400, code: 'cms/no-content', field: 'cms' });
    const junk = await service.ask('/cms/extract', { cms: 'MAA=' });
    expect(refused.parse(junk.body)).toMatchObject({ status: 400, code: 'cms/unreadable', field: 'cms' });
  });

  it('refuses content beside other attached content', async () => {
    const attached = base64(await signedBy());
    expect((await service.ask('/cms/verify', { cms: attached })).body).toMatchObject({ valid: true });
    expect((await service.ask('/cms/verify', { cms: attached, data: null })).body).toMatchObject({ valid: true });
    const other = base64(Buffer.from('other'));
    expect((await service.ask('/cms/verify', { cms: attached, data: other })).body).toMatchObject({ valid: false });
  });

  it('asks what the signature is for: of the request, or else of its start', async () => {
    const asked = { cms, data, purpose: 'authentication' };
    expect((await service.ask('/cms/verify', asked)).body).toMatchObject({ valid: true });
    expect((await service.ask('/cms/verify', { ...asked, purpose: 'decoration' })).body).toMatchObject({
      status: 400,
      field: 'purpose',
    });
  });

  it('tells a key for authentication from one for signing', async () => {
    const { nca } = service.example.authority;
    const person = await issuePerson(nca, {
      ...{ person: { surname: 'Демо', firstName: 'Азамат', iin: '900315390018' }, role: 'individual' as const },
      ...{ purpose: 'authentication' as const, addresses: addressesOf('rsa', 'nca'), random: systemRandom },
      ...validFor(365, later),
    });
    const signed = { cms: base64(await signedBy({ signer: person })) };
    const { body } = await service.ask('/cms/verify', signed);
    // The certificate is good, and not for this.
    expect(body).toMatchObject({ valid: false, signers: [{ certificates: [{ valid: true, keyUsage: 'AUTH' }] }] });
    const purpose = 'authentication' as const;
    expect((await service.ask('/cms/verify', { ...signed, purpose })).body).toMatchObject({ valid: true });
    const needs = service.needsOf({}, { purpose });
    expect((await service.ask('/cms/verify', signed, needs)).body).toMatchObject({ valid: true });
    const certs = [base64(person.certificate)];
    expect((await service.ask('/x509/info', { certs })).body).toMatchObject({ valid: true });
  });

  it('is valid by a timestamp after the certificate has ended, where NCANode is not', async () => {
    const needs = service.needsOf({ clock: () => new Date('2028-06-01T00:00:00Z') });
    const stamped = base64(await service.example.sign(content));
    expect((await service.ask('/cms/verify', { cms: stamped, data }, needs)).body).toMatchObject({
      valid: true,
      signers: [{ certificates: [{ valid: true }] }],
    });
    expect((await service.ask('/cms/verify', { cms, data }, needs)).body).toMatchObject({ valid: false });
  });

  it('calls a CMS that does not read a bad request, as NCANode does, with the report', async () => {
    const { status, body, verdict } = await service.ask('/cms/verify', { cms: base64(Buffer.from('<xml/>')) });
    expect({ status, verdict }).toEqual({ status: 400, verdict: 'failed' });
    expect(body).toMatchObject({ status: 400, message: 'cms: is-xml', code: 'cms/unreadable', field: 'cms' });
    expect(reportSchema.parse(body['report']).verdict).toBe('failed');
  });

  it.each([
    ['/cms/verify', 'cms', {}],
    ['/cms/verify', 'cms', { cms: '' }],
    ['/cms/verify', 'cms', { cms: 'secret!' }],
    ['/cms/verify', 'data', { cms: 'MAA=', data: 'secret!' }],
    ['/cms/verify', 'revocationCheck.0', { cms: 'MAA=', revocationCheck: ['TSP'] }],
    ['/cms/extract', undefined, []],
    ['/x509/info', 'certs', { certs: [] }],
    ['/x509/info', 'certs', { certs: Array.from({ length: 17 }, () => 'MAA=') }],
    ['/x509/info', 'certs.0', { certs: ['A'.repeat(65_537)] }],
    ['/x509/verify', 'signature', { certificate: 'MAA=', signature: 'secret!', data: '' }],
    ['/x509/verify', 'data', { certificate: 'MAA=', signature: 'MAA=' }],
    ['/verifications', undefined, null],
  ] as const)('%s names %s as wrong and repeats nothing', async (path, field, asked) => {
    const { status, body } = await service.ask(path, asked);
    expect(status).toBe(400);
    expect(refused.parse(body)).toMatchObject({ status: 400, code: 'input/field' });
    expect(body['field']).toBe(field);
    expect(JSON.stringify(body)).not.toContain('secret');
  });

  it('gives null for a certificate that does not read, and all are then not valid', async () => {
    const { certificate } = await service.example.person('Азамат');
    const certs = ['MAA=', base64(certificate), '!'];
    const { body } = await service.ask('/x509/info', { certs });
    expect(certificatesVerified.parse(body)).toMatchObject({
      message: 'Certificate 0, 2 cannot be read',
      valid: false,
      signers: [null, { valid: true }, null],
      verdict: 'failed',
    });
    const bare = await service.ask('/x509/verify', { certificate: 'MAA=', signature: 'MAA=', data: '' });
    expect(certificatesVerified.parse(bare.body)).toMatchObject({ valid: false, signers: [null] });
  });

  it('takes as many certificates as are allowed, from one budget', async () => {
    const { certificate } = await service.example.person('Азамат');
    const { body } = await service.ask('/x509/info', { certs: Array.from({ length: 16 }, () => base64(certificate)) });
    expect(certificatesVerified.parse(body).signers).toHaveLength(16);
    expect(body['valid']).toBe(true);
  });

  it('is up while there are lists in time or responders, and down otherwise', async () => {
    const ask = async (needs = service.needsOf()) => await service.ask('/actuator/health', undefined, needs);
    expect(await ask()).toMatchObject({ status: 200, body: { status: 'UP', lists: { current: 2, expired: 0 } } });
    const clock = () => new Date('2030-01-01');
    const old = { status: 'DOWN', lists: { current: 0, expired: 2 } };
    expect(await ask(service.needsOf({ clock }))).toMatchObject({ status: 503, body: old });
    expect(await ask(service.needsOf({ clock }, { asksResponders: true }))).toMatchObject({ status: 200 });
    const material = () => Promise.reject(new Error('no folder'));
    expect(await ask(service.needsOf({ material }))).toMatchObject({ status: 503, body: { status: 'DOWN' } });
  });

  it.each([
    ['/pkcs12/info', 501, 'key'],
    ['/pkcs12/aliases', 501, 'key'],
    ['/cms/sign', 501, 'key'],
    ['/cms/sign/add', 501, 'key'],
    ['/xml/sign', 501, 'key'],
    ['/xml/verify', 501, 'XML'],
    ['/wsse/verify', 501, 'XML'],
    ['/tsp/create', 501, 'timestamp'],
    ['/', 404, 'no such call'],
  ])('%s answers %i and says why', (path, status, why) => {
    const answer = refusePath(path);
    expect(answer).toMatchObject({ status, body: { status, message: expect.stringContaining(why) } });
    expect(refused.parse(answer.body)).toBeDefined();
  });
});
