import { beforeAll, describe, expect, it } from '@jest/globals';
import { Budget } from '../../../lib/eds/budget.ts';
import { parseSignedData } from '../../../lib/eds/cms/signed-data.ts';
import { certificateReportSchema } from '../../../lib/eds/report-schema.ts';
import type { EdsInput } from '../../../lib/eds/verify.ts';
import { findCertificateSubjects } from '../../../lib/eds/verify/ocsp-subjects.ts';
import { verifyCertificate, type CertificateInput } from '../../../lib/eds/verify-certificate.ts';
import { parseCertificate } from '../../../lib/eds/x509/certificate.ts';
import { makeBlueprint } from '../../mint/blueprint.ts';
import { mint } from '../../mint/mint.ts';
import { makeWorld, type World } from '../../mint/world.ts';

describe('a certificate by itself', () => {
  let world: World;
  let input: EdsInput;
  let known: CertificateInput;
  const content = Buffer.from('bare');

  beforeAll(async () => {
    world = await makeWorld('ecdsa');
    input = mint(makeBlueprint(world));
    const [der] = parseSignedData(input.cms).certificates;
    const { at, profile, certificates, crls, ocsps = [] } = input;
    known = { certificate: parseCertificate(der!), at, profile, certificates, crls, ocsps };
  });

  const verdictOf = (more: Partial<CertificateInput>) => {
    const report = verifyCertificate({ ...known, ...more });
    expect(certificateReportSchema.parse(report)).toEqual(report);
    const { verdict, checks } = report;
    const wrong = checks.filter(({ status }) => status === 'failed' || status === 'indeterminate');
    return [verdict, ...wrong.map(({ code, detail }) => detail?.['problem'] ?? code)];
  };

  it('passes with a path, lists and algorithms that pass', () => {
    expect(verdictOf({})).toEqual(['passed']);
    const report = verifyCertificate(known);
    expect(report).toMatchObject({ identity: { kind: 'individual' }, certificate: known.certificate.fingerprint });
    expect(report).not.toHaveProperty('algorithm');
    expect(report.checks.map(({ code }) => code)).toContain('certificate-not-revoked');
  });

  it('fails or is indeterminate for the reason that the path has', () => {
    expect(verdictOf({ at: new Date('2060-01-01') })).toContain('certificate-expired');
    expect(verdictOf({ crls: [], ocsps: [] })).toEqual(['indeterminate', 'crl-missing', 'crl-missing']);
    expect(verdictOf({ profile: { ...input.profile, anchors: [] } })[0]).not.toBe('passed');
    expect(verdictOf({ certificates: [] })).toEqual(['indeterminate', 'issuer-not-found']);
  });

  it('concludes nothing when the budget is used up', () => {
    expect(verdictOf({ budget: new Budget(1) })).toEqual(['failed', 'cost-limit']);
  });

  it('verifies what it is said to have signed', () => {
    const signature = world.keys.person.sign(content);
    expect(verdictOf({ signed: { content, signature } })).toEqual(['passed']);
    expect(verdictOf({ signed: { content: Buffer.from('other'), signature } })).toEqual([
      'failed',
      'signature-invalid',
    ]);
    expect(verdictOf({ signed: { content, signature: new Uint8Array() } })).toEqual(['failed', 'signature-invalid']);
    expect(verifyCertificate({ ...known, signed: { content, signature } }).algorithm).toMatch(/^ECDSA/u);
  });

  it('refuses a bare signature by a key or an algorithm that is not for it', () => {
    const signed = { content, signature: world.keys.person.sign(content) };
    const none = { signature: [], authentication: [] };
    expect(verdictOf({ signed, profile: { ...input.profile, purposes: none } })).toEqual(['failed', 'usage-wrong']);
    const profile = { ...input.profile, signatureAlgorithms: ['RSASSA-PKCS1-v1_5-SHA-256'] };
    expect(verdictOf({ signed, profile })).toContain('algorithm-not-allowed');
  });

  it('asks responders only about what an anchor leads down to', () => {
    expect(findCertificateSubjects(known.certificate, known).length).toBeGreaterThan(0);
    const profile = { ...input.profile, anchors: [] };
    expect(findCertificateSubjects(known.certificate, { ...known, profile })).toEqual([]);
    expect(findCertificateSubjects(known.certificate, { ...known, certificates: [] })).toEqual([]);
  });
});
