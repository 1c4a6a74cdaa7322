import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answer } from '../../../lib/eds-service/answer.ts';
import { base64, openService, type Service } from './example.ts';
import { certificatesVerified, cmsVerified, refused } from './ncanode/shapes.ts';

const content = Buffer.from('x');
const { verdict, report } = cmsVerified.shape;
const unreadable = refused.extend({ verdict, report });

describe.each([['rsa'], ['gost-2015']] as const)('what was changed by one octet, with %s', (family) => {
  let service: Service;
  let cms: Uint8Array;
  let certificate: Uint8Array;
  beforeAll(async () => {
    service = await openService(family);
    cms = await service.example.sign(content);
    ({ certificate } = await service.example.person('Азамат'));
  });

  const changed = (octets: Uint8Array) =>
    fc
      .tuple(fc.nat(octets.length - 1), fc.integer({ min: 1, max: 255 }))
      .map(([at, bits]) => base64(octets.map((octet, place) => (place === at ? octet ^ bits : octet))));
  const runs = { numRuns: 60 };
  const sources = { revocationCheck: ['OCSP', 'CRL'] };
  const shapeOf = ({ status }: Pick<Answer, 'status'>) => (status === 200 ? cmsVerified : unreadable);

  it('a signature is answered in NCANode’s shapes, and is valid only with the verdict passed', async () => {
    const needs = service.needsOf();
    await fc.assert(
      fc.asyncProperty(changed(cms), async (other) => {
        const answer = await service.ask('/cms/verify', { cms: other, data: base64(content), ...sources }, needs);
        const body = shapeOf(answer).parse(answer.body);
        expect('valid' in body && body.valid).toBe(body.report.verdict === 'passed');
      }),
      runs,
    );
  });

  it('a certificate is answered in NCANode’s shapes, and is never valid', async () => {
    const needs = service.needsOf();
    await fc.assert(
      fc.asyncProperty(changed(certificate), async (other) => {
        const { body } = await service.ask('/x509/info', { certs: [other], ...sources }, needs);
        expect(certificatesVerified.parse(body).valid).toBe(false);
      }),
      runs,
    );
  });
});
