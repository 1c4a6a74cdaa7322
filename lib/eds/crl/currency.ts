import { attempt } from '../attempt.ts';
import type { Crl } from './crl.ts';
import { deltaApplies, deltaKeepsUp, isDelta, sameSource } from './delta.ts';
import type { RevokedEntry } from './entry.ts';
import type { RevocationQuery } from './revocation-query.ts';
import type { CrlProblem } from '../revocation/revocation-status.ts';

/**
 * A complete list with the newest delta that applies to it: when both were made, and what prevents them from saying
 * "good".
 */
export interface Currency {
  readonly asOf: Date;
  readonly problem?: CrlProblem;
  /** Whether the delta lifts a hold of the complete list by the reference time. */
  readonly lifts: boolean;
}

export const newestFirst = (left: Crl, right: Crl): number => right.thisUpdate.getTime() - left.thisUpdate.getTime();

export const isFromFuture = ({ now, clockSkew }: RevocationQuery, { thisUpdate }: Crl): boolean =>
  thisUpdate.getTime() > now.getTime() + clockSkew * 1000;

/** RFC 5280 3.3: a line may be dropped after the certificate's own end, unless the issuer says that it keeps them. */
const mayHaveDropped = ({ certificate, listsKeepExpired }: RevocationQuery, crl: Crl): boolean => {
  const keptSince = crl.extensions.expiredCertsOnCrl;
  const kept = listsKeepExpired || (keptSince !== undefined && keptSince <= certificate.notAfter);
  return crl.thisUpdate > certificate.notAfter && !kept;
};

/** RFC 5280 6.3.3(a): the list, or its delta, is the current one at the reference time. */
const timeProblem = (query: RevocationQuery, crl: Crl, current: Crl): CrlProblem | undefined => {
  if (isFromFuture(query, crl) || isFromFuture(query, current)) return 'crl-from-future';
  if (current.nextUpdate === undefined || current.nextUpdate < query.at) return 'crl-expired';
  if (query.listAfterIssue && current.thisUpdate < query.certificate.notBefore) return 'crl-older-than-certificate';
  return mayHaveDropped(query, crl) ? 'crl-newer-than-certificate' : undefined;
};

/**
 * RFC 5280 5.2.6: the list says where its deltas are, but no current one is given, so later revocations are not known.
 * A list made at the reference time or later knows everything until then.
 */
const lacksDelta = (query: RevocationQuery, crl: Crl, deltas: readonly Crl[]): boolean =>
  query.deltaWhenPromised &&
  crl.extensions.freshestCrl !== undefined &&
  crl.thisUpdate < query.at &&
  !deltas.some((delta) => deltaKeepsUp(delta, crl) && timeProblem(query, crl, delta) === undefined);

/** The lines about the certificate; undefined if they cannot be read. */
export const linesAbout = ({ certificate }: RevocationQuery, crl: Crl): readonly RevokedEntry[] | undefined =>
  attempt(() => crl.entries.find(certificate.serial, certificate.issuer.canonical));

/** What the dates of a complete list and of its deltas say, before any signature is verified: dates are cheaper. */
export interface Dates {
  readonly deltas: readonly Crl[];
  /** The newest delta that applies to the list. */
  readonly delta: Crl | undefined;
  readonly timeProblem: CrlProblem | undefined;
  readonly lacksDelta: boolean;
}

/**
 * RFC 5280 6.3.3(a), (c) for a complete list. An expired delta must not be ignored: it may have been the one that
 * revokes.
 */
export function datesOf(query: RevocationQuery, crl: Crl): Dates {
  const deltas = query.crls.filter((candidate) => isDelta(candidate) && sameSource(candidate, crl));
  const delta = deltas.filter((candidate) => deltaApplies(candidate, crl)).sort(newestFirst)[0];
  return {
    deltas,
    delta,
    timeProblem: timeProblem(query, crl, delta ?? crl),
    lacksDelta: lacksDelta(query, crl, deltas),
  };
}

/** What prevents a list with such dates from saying "good", whoever signed it and its deltas. */
export const problemOf = ({ timeProblem: late, lacksDelta: lacks }: Dates): CrlProblem | undefined =>
  late ?? (lacks ? 'crl-delta-missing' : undefined);

/**
 * RFC 5280 6.3.3(h), (k). A delta that was tampered with must not be ignored, either: without it nothing is good.
 * `key`: the key of the list's signer.
 */
export function currencyOf(query: RevocationQuery, crl: Crl, dates: Dates, key: Uint8Array): Currency {
  const { deltas, delta } = dates;
  const forged = !deltas.every((candidate) => query.isSignedBy(candidate, key));
  const problem = dates.timeProblem ?? (forged ? 'crl-signature' : problemOf(dates));
  if (problem !== undefined) return { asOf: crl.thisUpdate, problem, lifts: false };
  // A delta with a later number but an earlier date lifts nothing, and does not make the list's statements older.
  if (delta === undefined || delta.thisUpdate < crl.thisUpdate) return { asOf: crl.thisUpdate, lifts: false };
  const lines = linesAbout(query, delta) ?? [];
  const lifts = lines.some(({ reason, revokedAt }) => reason === 'removeFromCRL' && revokedAt <= query.at);
  return { asOf: delta.thisUpdate, lifts };
}
