import { verifySignature } from './algorithms.ts';
import { Budget, BudgetExhausted } from './budget.ts';
import { algorithmName } from './cms/signer-algorithm.ts';
import { isoTime } from './iso-time.ts';
import { contentMessage } from './message.ts';
import { readSignerIdentity } from './person.ts';
import type { CertificateReport, Check } from './report.ts';
import { failed, judge, verdictOf } from './verify/check.ts';
import { makeContext, type Context } from './verify/context.ts';
import { checkCertificate } from './verify/path.ts';
import { algorithmReason } from './verify/path-algorithms.ts';
import { checkKeyStrength, checkValue } from './verify/signer-signature.ts';
import { checkUsage } from './verify/usage.ts';
import type { EdsInput } from './verify.ts';
import { Work } from './work.ts';
import type { Certificate } from './x509/certificate.ts';

/** All inputs of a verification of one certificate. */
export interface CertificateInput extends Pick<
  EdsInput,
  'at' | 'profile' | 'certificates' | 'crls' | 'ocsps' | 'cache' | 'budget'
> {
  readonly certificate: Certificate;
  /**
   * A bare signature (no CMS) over these octets: then it is verified, too, by the algorithm with which the certificate
   * itself was signed, because nothing else names one; and the certificate must be one for signing or for
   * authentication.
   */
  readonly signed?: { readonly content: Uint8Array; readonly signature: Uint8Array };
}

/**
 * Verifies a certificate at `at`: the path to a pinned anchor, the revocation of everything on it, and its algorithms.
 * What it may be used for is checked only beside a signature. Pure, and fails closed, like `verifyEds`.
 */
export function verifyCertificate(input: CertificateInput): CertificateReport {
  const { certificate, at, profile } = input;
  const facts = {
    identity: readSignerIdentity(certificate),
    certificate: certificate.fingerprint,
    referenceTime: isoTime(at),
    profile: profile.name,
  };
  try {
    return { ...judgeCertificate(input), ...facts };
  } catch (error) {
    if (!(error instanceof BudgetExhausted)) throw error;
    return { verdict: 'failed', checks: [failed('cost', 'cost-limit')], ...facts };
  }
}

function judgeCertificate({ certificate, at, profile, signed, ...input }: CertificateInput) {
  const work = new Work(input.budget ?? new Budget(), input.cache);
  const material = { certificates: input.certificates, crls: input.crls, ocsps: input.ocsps ?? [] };
  const context = makeContext(at, profile, material, work);
  const path = checkCertificate(certificate, context, at);
  const checks = [...(signed ? checkSigned(certificate, signed, context) : []), ...path.checks];
  const verdict = verdictOf(checks.map(({ status }) => status));
  const algorithm = signed && algorithmName(certificate.signatureAlgorithm);
  const inadmissible = context.inadmissible.counts;
  return {
    verdict,
    checks,
    ...(algorithm !== undefined && { algorithm }),
    ...(inadmissible.length > 0 && { inadmissible }),
    ...(verdict === 'indeterminate' && path.tryAgainAfter && { tryAgainAfter: path.tryAgainAfter.toISOString() }),
  };
}

function checkSigned(
  certificate: Certificate,
  { content, signature }: NonNullable<CertificateInput['signed']>,
  { profile, work }: Context,
): readonly Check[] {
  const { signatureAlgorithm, publicKey, extensions } = certificate;
  const answer = verifySignature(signatureAlgorithm, publicKey.der, contentMessage(content), signature, work.budget);
  const purpose = extensions.keyUsage?.has('nonRepudiation') === false ? 'authentication' : 'signature';
  return [
    judge('algorithm-allowed', algorithmReason(signatureAlgorithm, profile)),
    checkKeyStrength(certificate, profile),
    checkValue(answer),
    ...checkUsage(certificate, purpose, profile),
  ];
}
