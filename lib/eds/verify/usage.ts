import { oids } from '../oid.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Check } from '../report.ts';
import type { ProblemCode } from '../report-codes.ts';
import type { Certificate } from '../x509/certificate.ts';
import { judge } from './check.ts';

export type Purpose = keyof Profile['purposes'];

/** What the signer's certificate is for: key usage, extended key usage, certificate policy. */
export function checkUsage(certificate: Certificate, purpose: Purpose, profile: Profile): readonly Check[] {
  const facts = { subject: certificate.fingerprint };
  return [
    judge('key-usage', keyUsage(certificate, purpose, profile), facts),
    judge('extended-key-usage', extendedKeyUsage(certificate, profile.purposes[purpose], profile), facts),
    judge('certificate-policy', policy(certificate, profile.policyArcs), facts),
  ];
}

/** A binding signature needs nonRepudiation; authentication needs digitalSignature (RFC 5280 4.2.1.3). */
function keyUsage(
  { extensions }: Certificate,
  purpose: Purpose,
  { usageMayBeAbsent }: Profile,
): ProblemCode | undefined {
  const usage = extensions.keyUsage;
  if (usage === undefined) return usageMayBeAbsent ? undefined : 'usage-missing';
  return usage.has(purpose === 'signature' ? 'nonRepudiation' : 'digitalSignature') ? undefined : 'usage-wrong';
}

function extendedKeyUsage(
  { extensions }: Certificate,
  wanted: readonly string[],
  profile: Profile,
): ProblemCode | undefined {
  const usage = extensions.extendedKeyUsage;
  if (usage === undefined) return profile.usageMayBeAbsent ? undefined : 'usage-missing';
  return wanted.some((purpose) => usage.has(purpose)) ? undefined : 'usage-wrong';
}

function policy({ extensions }: Certificate, arcs: readonly string[]): ProblemCode | undefined {
  if (arcs.length === 0) return undefined;
  const policies = (extensions.certificatePolicies ?? []).map((information) => information.policy);
  return policies.some((oid) => isUnder(oid, arcs)) ? undefined : 'policy-wrong';
}

/** Whether a dotted OID is one of the arcs or is under one. */
export const isUnder = (oid: string, arcs: readonly string[]): boolean =>
  arcs.some((arc) => oid === arc || oid.startsWith(`${arc}.`));

/** RFC 3161 section 2.3: a timestamping key has only that purpose, and the extension that says so is critical. */
export function timestampingUsage({ extensions, allExtensions }: Certificate): ProblemCode | undefined {
  const usage = extensions.extendedKeyUsage;
  if (usage === undefined || !usage.has(oids.keyPurpose.timeStamping)) return 'purpose-wrong';
  const critical = allExtensions.some(
    (extension) => extension.oid === oids.extension.extendedKeyUsage && extension.critical,
  );
  if (usage.size > 1 || !critical) return 'purpose-not-alone';
  const keyUsage = extensions.keyUsage;
  return keyUsage === undefined || keyUsage.has('digitalSignature') || keyUsage.has('nonRepudiation')
    ? undefined
    : 'usage-wrong';
}
