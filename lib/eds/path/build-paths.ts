import type { Budget } from '../budget.ts';
import { equalBytes } from '../bytes.ts';
import type { Certificate } from '../x509/certificate.ts';

/** From the trust anchor's certificate down to the target. */
export type CertificationPath = readonly [Certificate, ...Certificate[]];

/** Limits of one search: certificates in a path (without the anchor), and certificates examined. */
const longestPath = 12;
const mostSteps = 1_000;

/** RFC 5280 4.2.1.1: key identifiers help to choose among issuers of the same name; they never decide. */
const keyMatch = (issuer: Certificate, identifier: string | undefined): number => {
  const own = issuer.extensions.subjectKeyIdentifier;
  if (own === undefined || identifier === undefined) return 1;
  return own === identifier ? 0 : 2;
};

/** The certificates with this name, the most likely signer first. */
export const candidateIssuers = (
  certificates: readonly Certificate[],
  canonicalName: string,
  keyIdentifier: string | undefined,
): readonly Certificate[] =>
  certificates
    .filter(({ subject }) => subject.canonical === canonicalName)
    .sort((left, right) => keyMatch(left, keyIdentifier) - keyMatch(right, keyIdentifier));

/** RFC 4158 5.2: the same name with the same key twice is a loop. */
const repeats = (path: readonly Certificate[], next: Certificate): boolean =>
  path.some(
    ({ subject, publicKey }) =>
      subject.canonical === next.subject.canonical && equalBytes(publicKey.der, next.publicKey.der),
  );

export interface PathSearch {
  readonly target: Certificate;
  readonly candidates: readonly Certificate[];
  readonly anchors: readonly Certificate[];
  readonly budget: Budget;
  /** How many paths are examined before the search stops. */
  readonly most: number;
}

/**
 * Calls `look` with one path after another and returns its first result. Paths lead by name from an anchor to the
 * target, likely ones first; only names and key identifiers have been compared. Loops, depth and work are limited.
 */
export const findPath = <T>(
  { target, candidates, anchors, budget, most }: PathSearch,
  look: (path: CertificationPath) => T | undefined,
): T | undefined => {
  const pool = candidates.filter(({ fingerprint }) => !anchors.some((anchor) => anchor.fingerprint === fingerprint));
  let steps = 0;
  let looked = 0;
  const extend = (below: CertificationPath): T | undefined => {
    const [top] = below;
    budget.attempt(2 + (pool.length + anchors.length) / 50);
    const keyIdentifier = top.extensions.authorityKeyIdentifier?.keyIdentifier;
    for (const anchor of candidateIssuers(anchors, top.issuer.canonical, keyIdentifier)) {
      if (++looked > most) return undefined;
      const found = look([anchor, ...below]);
      if (found !== undefined) return found;
    }
    if (below.length >= longestPath) return undefined;
    for (const issuer of candidateIssuers(pool, top.issuer.canonical, keyIdentifier)) {
      if (looked >= most || ++steps > mostSteps) return undefined;
      const found = repeats(below, issuer) ? undefined : extend([issuer, ...below]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return extend([target]);
};
