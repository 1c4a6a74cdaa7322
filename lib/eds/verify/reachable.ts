import type { Budget } from '../budget.ts';
import type { Crl } from '../crl/crl.ts';
import type { Certificate } from '../x509/certificate.ts';

/**
 * The certificates and lists that a validation of `leaves` can reach. Paths, lists and their signers are found only by
 * name, so a certificate or list without any of the names on the way is never examined. The order is kept.
 */
export function reachableByName(
  leaves: readonly Certificate[],
  certificates: readonly Certificate[],
  crls: readonly Crl[],
  budget: Budget,
): { certificates: readonly Certificate[]; crls: readonly Crl[] } {
  const names = new Set(leaves.flatMap(namesAbove));
  const prints = new Set(leaves.map(({ fingerprint }) => fingerprint));
  const found = new Set<Certificate>();
  for (let before = -1; before < names.size;) {
    before = names.size;
    budget.attempt(certificates.length / 5);
    for (const certificate of certificates) {
      if (!names.has(certificate.subject.canonical) && !prints.has(certificate.fingerprint)) continue;
      found.add(certificate);
      for (const name of namesAbove(certificate)) names.add(name);
    }
  }
  return {
    certificates: certificates.filter((certificate) => found.has(certificate)),
    crls: crls.filter(({ issuer }) => names.has(issuer.canonical)),
  };
}

/** The canonical names of a certificate's issuer and of those who may revoke it. */
function namesAbove({ issuer, extensions }: Certificate): readonly string[] {
  const points = [...(extensions.crlDistributionPoints ?? []), ...(extensions.freshestCrl ?? [])];
  return [issuer, ...points.flatMap(({ crlIssuer }) => crlIssuer ?? [])].map(({ canonical }) => canonical);
}
