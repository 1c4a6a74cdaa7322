import type { Budget } from '../budget.ts';
import { equalBytes } from '../bytes.ts';
import type { Certificate } from '../x509/certificate.ts';

/** From the trust anchor's certificate down to the target. */
export type CertificationPath = readonly [Certificate, ...Certificate[]];

/** Certificates in a path (the anchor not counted), paths tried, and certificates looked at, of one search. */
const longestPath = 12;
const mostSteps = 1_000;

/** RFC 5280 4.2.1.1: key identifiers help to choose among issuers of one name; they never decide. */
const keyMatch = (issuer: Certificate, identifier: string | undefined): number => {
  const own = issuer.extensions.subjectKeyIdentifier;
  if (own === undefined || identifier === undefined) return 1;
  return own === identifier ? 0 : 2;
};

/** Those of this name, the likeliest signer first. */
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

/**
 * Every path by name from an anchor to the target, likely ones first, each with nothing but names and key identifiers
 * looked at. Loops, depth and work are limited; a search that was cut short yields no more.
 */
export const buildPaths = function* (
  target: Certificate,
  candidates: readonly Certificate[],
  anchors: readonly Certificate[],
  budget: Budget,
): Generator<CertificationPath> {
  const pool = candidates.filter(({ fingerprint }) => !anchors.some((anchor) => anchor.fingerprint === fingerprint));
  let steps = 0;
  const extend = function* (below: readonly [Certificate, ...Certificate[]]): Generator<CertificationPath> {
    const [top] = below;
    budget.attempt(2 + (pool.length + anchors.length) / 50);
    const keyIdentifier = top.extensions.authorityKeyIdentifier?.keyIdentifier;
    for (const anchor of candidateIssuers(anchors, top.issuer.canonical, keyIdentifier)) yield [anchor, ...below];
    if (below.length >= longestPath) return;
    for (const issuer of candidateIssuers(pool, top.issuer.canonical, keyIdentifier)) {
      if (++steps > mostSteps) return;
      if (!repeats(below, issuer)) yield* extend([issuer, ...below]);
    }
  };
  yield* extend([target]);
};
