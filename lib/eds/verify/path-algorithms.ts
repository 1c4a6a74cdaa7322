import { modulusBits, type AlgorithmIdentifier } from '../algorithms.ts';
import { algorithmName } from '../cms/signer-algorithm.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Check } from '../report.ts';
import type { ProblemCode } from '../report-codes.ts';
import type { Certificate } from '../x509/certificate.ts';
import { indeterminate, passed } from './check.ts';

/**
 * Algorithms along a path (anchor first) are a matter of policy, not of RFC 5280. If an old certificate was signed with
 * SHA-1 or with a short key, the result is indeterminate. The anchor's own signature is not checked, because its
 * fingerprint is pinned.
 */
export function checkPathAlgorithms(path: readonly Certificate[], profile: Profile): Check {
  for (const [position, issuer] of path.slice(0, -1).entries()) {
    const certificate = path[position + 1];
    const reason =
      certificate && (algorithmReason(certificate.signatureAlgorithm, profile) ?? keyReason(issuer, profile));
    if (reason !== undefined) return indeterminate('path-algorithms', reason, { subject: certificate?.fingerprint });
  }
  return passed('path-algorithms');
}

/**
 * Whether the profile disallows the algorithm of a list or answer, or the algorithm or key of a certificate beside the
 * path on which its signer depends.
 */
export const isWeak = (
  evidence: Pick<Certificate, 'signatureAlgorithm'>,
  beside: readonly Certificate[],
  profile: Profile,
): boolean =>
  [evidence, ...beside].some(({ signatureAlgorithm }) => algorithmReason(signatureAlgorithm, profile) !== undefined) ||
  beside.some((certificate) => keyReason(certificate, profile) !== undefined);

/** Why the profile does not allow evidence with this signature; undefined if it does. */
export function algorithmReason(
  identifier: AlgorithmIdentifier,
  { signatureAlgorithms }: Profile,
): ProblemCode | undefined {
  const name = algorithmName(identifier);
  if (name === undefined) return 'algorithm-unsupported';
  if (signatureAlgorithms.includes(name)) return undefined;
  return /-(?:MD5|SHA-1)$/u.test(name) ? 'algorithm-weak' : 'algorithm-not-allowed';
}

function keyReason({ publicKey }: Certificate, { leastRsaBits }: Profile): ProblemCode | undefined {
  const bits = modulusBits(publicKey.der);
  return bits !== undefined && bits < leastRsaBits ? 'key-too-short' : undefined;
}
