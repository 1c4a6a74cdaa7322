import { nothing, type Rank, type Revoked, type Statement } from '../revocation/statement.ts';
import { allReasons, type DistributionPoint, type ReasonFlags } from '../x509/distribution-point.ts';
import type { Crl } from './crl.ts';
import { currencyOf, datesOf, isFromFuture, linesAbout, newestFirst, problemOf, type Currency } from './currency.ts';
import { isDelta } from './delta.ts';
import type { RevokedEntry } from './entry.ts';
import type { CrlProblem } from '../revocation/revocation-status.ts';
import type { RevocationQuery } from './revocation-query.ts';
import { impliedPoint, issuerMatches, scopeCovers } from './scope.ts';

/** RFC 5280 6.3.3(d): the reasons that a list covers at a point. */
const reasonsOf = (crl: Crl, point: DistributionPoint): ReasonFlags =>
  (crl.extensions.issuingDistributionPoint?.onlySomeReasons ?? allReasons) & (point.reasons ?? allReasons);

/** A list that is about the certificate, with the reasons that it covers at the certificate's points. */
interface Asked {
  readonly crl: Crl;
  readonly reasons: ReasonFlags;
  readonly rank: Rank;
}

/**
 * A line of a delta with removeFromCRL is no revocation. In other lists nothing can be removed (RFC 5280 5.3.1), so
 * every line revokes.
 */
const revokes = (crl: Crl, { reason }: RevokedEntry): boolean => reason !== 'removeFromCRL' || !isDelta(crl);

/**
 * What the lists say about a certificate (RFC 5280 6.3.3), each separately: every line that revokes, also of expired
 * lists and of deltas alone; and "good", from the newest lists that together cover every reason. Lists that say neither
 * are not verified.
 */
export function listStatements(query: RevocationQuery): readonly Statement[] {
  const { certificate } = query;
  const lists = listsAbout(query);
  const statements: Statement[] = [];
  let known: ReasonFlags = 0;
  // What a signer of lists says about itself comes last: others may know that its key is lost.
  for (const rank of ['others', 'itself'] as const) {
    for (const { crl, reasons } of lists) {
      if (rank === 'itself' && crl.issuer.canonical !== certificate.subject.canonical) continue;
      const said =
        reasons === undefined
          ? [nothing('crl-scope', crl.nextUpdate)]
          : consult(query, { crl, reasons, rank }, (reasons & ~known) !== 0);
      query.judged?.(crl, said);
      statements.push(...said);
      for (const each of said) if (each.says === 'good') known |= each.reasons;
    }
  }
  return statements;
}

/**
 * The lists from the issuers that the certificate's points name, newest first; without reasons if they are about other
 * certificates.
 */
function listsAbout({ certificate, crls }: RevocationQuery) {
  const points = [...(certificate.extensions.crlDistributionPoints ?? []), impliedPoint(certificate)];
  return crls
    .flatMap((crl) => {
      const matching = points.filter((point) => issuerMatches(crl, certificate, point));
      if (matching.length === 0) return [];
      const covering = matching.filter((point) => scopeCovers(crl, certificate, point));
      const reasons = covering.reduce((flags, point) => flags | reasonsOf(crl, point), 0);
      return { crl, reasons: covering.length === 0 ? undefined : reasons };
    })
    .sort((left, right) => newestFirst(left.crl, right.crl));
}

const whyUnread = ({ unknownCritical, outOfForm }: Crl): CrlProblem | undefined =>
  unknownCritical.length > 0 ? 'crl-unknown-critical' : outOfForm ? 'crl-form' : undefined;

/** `wanted`: whether it covers reasons that no newer list has covered. */
function consult(query: RevocationQuery, { crl, reasons, rank }: Asked, wanted: boolean): readonly Statement[] {
  const lines = linesAbout(query, crl);
  const unread = whyUnread(crl) ?? (lines === undefined ? 'crl-entry-malformed' : undefined);
  const revoking = lines?.filter((line) => revokes(crl, line)) ?? [];
  const complete = !isDelta(crl);
  const silent = unread === undefined && revoking.length === 0;
  if (silent && !(complete && wanted)) return [];
  const dates = complete ? datesOf(query, crl) : undefined;
  const late = dates && problemOf(dates);
  if (silent && late !== undefined) return [nothing(late, crl.nextUpdate)];
  const signer = query.findSigner(crl, rank === 'itself');
  if ('problem' in signer) return [nothing(signer.problem, crl.nextUpdate)];
  // RFC 5280 5.2, 5.3: such a list must not be used, but it is newer than others that know less. A signer who has lost
  // their standing does not cancel a revocation in it.
  if (unread !== undefined) return [{ ...nothing(unread, crl.nextUpdate), unreadAsOf: crl.thisUpdate }];
  const doubt = signer.doubt ?? (isFromFuture(query, crl) ? ('crl-from-future' as const) : undefined);
  // A hold that a current delta leaves in place still holds when the delta was made.
  const currency: Currency = dates ? currencyOf(query, crl, dates, signer.key) : { asOf: crl.thisUpdate, lifts: false };
  const said = revoking
    .filter(({ reason }) => !(reason === 'certificateHold' && currency.lifts))
    .map((line): Revoked => ({
      says: 'revoked',
      asOf: currency.asOf,
      ...line,
      rank,
      ...(doubt && { doubt }),
    }));
  if (!complete || said.some(({ since }) => since <= query.at)) return said;
  const problem = doubt ?? currency.problem;
  const good = { says: 'good', asOf: currency.asOf, reasons, rank } as const;
  return [...said, problem === undefined ? good : nothing(problem, crl.nextUpdate)];
}
