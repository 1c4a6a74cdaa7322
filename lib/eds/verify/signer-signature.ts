import { modulusBits, verifySignature } from '../algorithms.ts';
import { attempt } from '../attempt.ts';
import { combineAlgorithms, type SignerAlgorithm } from '../cms/signer-algorithm.ts';
import { findSignerCertificates } from '../cms/signer-certificate.ts';
import { bindsCertificate } from '../cms/signing-certificate.ts';
import type { SignedData } from '../cms/signed-data.ts';
import type { SignerInfo } from '../cms/signer-info.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Check } from '../report.ts';
import type { ProblemCode } from '../report-codes.ts';
import type { Certificate } from '../x509/certificate.ts';
import { failed, indeterminate, judge, notApplicable, passed } from './check.ts';
import type { SignedContent } from './signed-content.ts';
import { checkAttributes } from './signer-attributes.ts';

export interface SignatureFindings {
  readonly checks: readonly Check[];
  readonly certificate?: Certificate;
  readonly algorithm?: string;
}

/** RFC 5652 section 5.6 for one signer: which certificate, what was signed, by which algorithms, and whether the signature holds. */
export function checkSignature(
  signedData: SignedData,
  signer: SignerInfo,
  content: SignedContent,
  certificates: readonly Certificate[],
  profile: Profile,
): SignatureFindings {
  const combined = combineAlgorithms(signer.digestAlgorithm, signer.signatureAlgorithm);
  const algorithm = 'refused' in combined ? undefined : combined;
  const message = signer.signedAttributesDer ?? content.octets;
  const holds = (candidate: Certificate): boolean =>
    algorithm !== undefined && message !== undefined && verify(algorithm, candidate, message, signer) === 'valid';
  const candidates = findSignerCertificates(signer.sid, certificates);
  const certificate = candidates.length > 1 ? (candidates.find(holds) ?? candidates[0]) : candidates[0];
  const subject = certificate?.fingerprint;
  const checks = [
    certificate === undefined
      ? failed('signer-certificate', 'certificate-missing')
      : passed('signer-certificate', { subject }),
    ...checkAttributes(signedData, signer, content, algorithm?.digest),
    judge('algorithms-agree', 'refused' in combined ? combined.refused : undefined),
    ...(algorithm === undefined
      ? []
      : [judge('algorithm-allowed', disallowed(algorithm, profile), { detail: { algorithm: algorithm.name } })]),
    ...(certificate === undefined ? [] : [checkKeyStrength(certificate, profile)]),
    ...(certificate === undefined || algorithm === undefined
      ? []
      : [checkValue(algorithm, certificate, message, signer)]),
    ...(certificate === undefined ? [] : [checkBinding(signer, certificate)]),
  ];
  return { checks, ...(certificate && { certificate }), ...(algorithm && { algorithm: algorithm.name }) };
}

function verify(
  { identifier }: SignerAlgorithm,
  { publicKey }: Certificate,
  message: Uint8Array,
  { signature }: SignerInfo,
) {
  return verifySignature(identifier, publicKey.der, message, signature);
}

function disallowed({ name, digest }: SignerAlgorithm, profile: Profile): ProblemCode | undefined {
  if (digest.weak) return 'algorithm-weak';
  return profile.signatureAlgorithms.includes(name) && profile.digests.includes(digest.name)
    ? undefined
    : 'algorithm-not-allowed';
}

function checkKeyStrength({ publicKey, fingerprint }: Certificate, { leastRsaBits }: Profile): Check {
  const bits = modulusBits(publicKey.der);
  if (bits === undefined) return notApplicable('key-strength');
  return judge('key-strength', bits < leastRsaBits ? 'key-too-short' : undefined, {
    subject: fingerprint,
    detail: { bits },
  });
}

function checkValue(
  algorithm: SignerAlgorithm,
  certificate: Certificate,
  message: Uint8Array | undefined,
  signer: SignerInfo,
): Check {
  if (message === undefined) return indeterminate('signature', 'content-missing');
  const answer = verify(algorithm, certificate, message, signer);
  if (answer === 'valid') return passed('signature');
  return failed('signature', answer === 'invalid' ? 'signature-invalid' : 'algorithm-unsupported');
}

function checkBinding({ signedAttributes }: SignerInfo, certificate: Certificate): Check {
  const binds = attempt(() => ({ answer: bindsCertificate(signedAttributes ?? [], certificate) }));
  if (binds === undefined) return failed('signing-certificate', 'attribute-malformed');
  if (binds.answer === undefined) return notApplicable('signing-certificate');
  return judge('signing-certificate', binds.answer ? undefined : 'certificate-hash-differs');
}
