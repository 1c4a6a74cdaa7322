import { modulusBits, verifySignature, type SignatureAnswer } from '../algorithms.ts';
import { attempt } from '../attempt.ts';
import { duplicates } from '../cms/attributes.ts';
import { cmsOids } from '../cms/oids.ts';
import { combineAlgorithms, type SignerAlgorithm } from '../cms/signer-algorithm.ts';
import { findSignerCertificates } from '../cms/signer-certificate.ts';
import { bindsCertificate } from '../cms/signing-certificate.ts';
import type { SignedData } from '../cms/signed-data.ts';
import type { SignerInfo } from '../cms/signer-info.ts';
import type { Message } from '../message.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Check } from '../report.ts';
import type { ProblemCode } from '../report-codes.ts';
import type { Work } from '../work.ts';
import type { Certificate } from '../x509/certificate.ts';
import { failed, judge, notApplicable, passed } from './check.ts';
import type { Context } from './context.ts';
import { SignedOctets } from './signed-octets.ts';
import { checkAttributes } from './signer-attributes.ts';

export interface SignatureFindings {
  readonly checks: readonly Check[];
  readonly certificate?: Certificate;
  readonly algorithm?: string;
}

/**
 * RFC 5652 section 5.6 for one signer: which certificate, what was signed, with which algorithms, and whether the
 * signature is valid.
 */
export function checkSignature(
  signedData: SignedData,
  signer: SignerInfo,
  content: Message | undefined,
  { certificates, profile, work }: Pick<Context, 'certificates' | 'profile' | 'work'>,
): SignatureFindings {
  const combined = combineAlgorithms(signer.digestAlgorithm, signer.signatureAlgorithm);
  const algorithm = 'refused' in combined ? undefined : combined;
  const octets = new SignedOctets(signer, content);
  const { certificate, answer } = findSigner(
    findSignerCertificates(signer.sid, certificates),
    ({ publicKey }) =>
      algorithm &&
      octets.try((message) =>
        verifySignature(algorithm.identifier, publicKey.der, message, signer.signature, work.budget),
      ),
  );
  const subject = certificate?.fingerprint;
  const checks = [
    certificate === undefined
      ? failed('signer-certificate', 'certificate-missing')
      : passed('signer-certificate', { subject }),
    ...checkAttributes(signedData, signer, content, certificate && { digest: algorithm?.digest, budget: work.budget }),
    judge('algorithms-agree', 'refused' in combined ? combined.refused : undefined),
    ...(algorithm === undefined
      ? []
      : [judge('algorithm-allowed', disallowed(algorithm, profile), { detail: { algorithm: algorithm.name } })]),
    ...(certificate === undefined ? [] : [checkKeyStrength(certificate, profile)]),
    ...(certificate === undefined || algorithm === undefined ? [] : [checkValue(answer)]),
    ...(certificate === undefined ? [] : [checkBinding(signer, certificate, work)]),
  ];
  return { checks, ...(certificate && { certificate }), ...(algorithm && { algorithm: algorithm.name }) };
}

interface Found {
  readonly certificate?: Certificate;
  /** Undefined if the key, the algorithm or the signed octets are missing. */
  readonly answer?: SignatureAnswer | undefined;
}

/** Of the certificates that the signer's identifier names, the one whose key signed, otherwise the first. */
function findSigner(
  named: readonly Certificate[],
  verify: (certificate: Certificate) => SignatureAnswer | undefined,
): Found {
  let first: Found = {};
  for (const [place, certificate] of named.entries()) {
    const found = { certificate, answer: verify(certificate) };
    if (found.answer === 'valid') return found;
    if (place === 0) first = found;
  }
  return first;
}

function disallowed({ name, digest }: SignerAlgorithm, profile: Profile): ProblemCode | undefined {
  if (digest.weak) return 'algorithm-weak';
  return profile.signatureAlgorithms.includes(name) && profile.digests.includes(digest.name)
    ? undefined
    : 'algorithm-not-allowed';
}

/** Whether an RSA key is as long as the profile asks; not applicable to others. */
export function checkKeyStrength({ publicKey, fingerprint }: Certificate, { leastRsaBits }: Profile): Check {
  const bits = modulusBits(publicKey.der);
  if (bits === undefined) return notApplicable('key-strength');
  return judge('key-strength', bits < leastRsaBits ? 'key-too-short' : undefined, {
    subject: fingerprint,
    detail: { bits },
  });
}

/** Without content nothing was verified; the check `content` says so. */
export function checkValue(answer: SignatureAnswer | undefined): Check {
  if (answer === undefined) return notApplicable('signature');
  if (answer === 'valid') return passed('signature');
  return failed('signature', answer === 'invalid' ? 'signature-invalid' : 'algorithm-unsupported');
}

const bindings = [cmsOids.signingCertificate, cmsOids.signingCertificateV2];

function checkBinding({ signedAttributes = [] }: SignerInfo, certificate: Certificate, work: Work): Check {
  // The check `signed-attributes` says so.
  const twice = duplicates(signedAttributes);
  if (bindings.some((oid) => twice.has(oid))) return notApplicable('signing-certificate');
  const binds = attempt(() => ({ answer: bindsCertificate(signedAttributes, certificate, work) }));
  if (binds === undefined) return failed('signing-certificate', 'attribute-malformed');
  if (binds.answer === undefined) return notApplicable('signing-certificate');
  return judge('signing-certificate', binds.answer ? undefined : 'certificate-hash-differs');
}
