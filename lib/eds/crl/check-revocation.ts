import { allReasons, type DistributionPoint, type ReasonFlags } from '../x509/distribution-point.ts';
import { consultList, newestFirst, type Outcome, type RevocationQuery } from './consult-list.ts';
import type { Crl } from './crl.ts';
import { isDelta } from './delta.ts';
import { crlProblems, type CrlProblem, type RevocationStatus } from './revocation-status.ts';
import { impliedPoint, issuerMatches } from './scope.ts';

/** RFC 5280 6.3.3(d): the reasons that a list at a point can tell of. */
const reasonsOf = (crl: Crl, point: DistributionPoint): ReasonFlags =>
  (crl.extensions.issuingDistributionPoint?.onlySomeReasons ?? allReasons) & (point.reasons ?? allReasons);

const earliest = (left: Date | undefined, right: Date): Date => (left === undefined || right < left ? right : left);
const latest = (left: Date | undefined, right: Date): Date => (left === undefined || right > left ? right : left);

/** What the lists asked so far have said: reasons_mask and cert_status of RFC 5280 6.3.2, and how old it is. */
class Findings {
  readonly #query: RevocationQuery;
  #reasons: ReasonFlags = 0;
  #problem: CrlProblem = 'crl-missing';
  #asOf: Date | undefined;
  #until: Date | undefined;
  #revokedLater: Date | undefined;
  #promised: Date | undefined;

  constructor(query: RevocationQuery) {
    this.#query = query;
  }

  /** 6.3.3(e): whether these include a reason that nothing is known of yet. */
  lacks(reasons: ReasonFlags): boolean {
    return (reasons & ~this.#reasons) !== 0;
  }

  /** 6.3.3(i)–(l); the status, where it is decided by this list. */
  take(crl: Crl, reasons: ReasonFlags, outcome: Outcome): RevocationStatus | undefined {
    if ('problem' in outcome) {
      if (crlProblems.indexOf(outcome.problem) > crlProblems.indexOf(this.#problem)) this.#problem = outcome.problem;
      if (crl.nextUpdate) this.#promised = latest(this.#promised, crl.nextUpdate);
      return undefined;
    }
    const { entry, asOf, until } = outcome;
    if (entry && entry.revokedAt <= this.#query.at) {
      return { status: 'revoked', asOf, revokedAt: entry.revokedAt, reason: entry.reason };
    }
    this.#revokedLater ??= entry?.revokedAt;
    this.#until = earliest(this.#until, until);
    this.#asOf = earliest(this.#asOf, asOf);
    this.#reasons |= reasons;
    if (this.lacks(allReasons)) return undefined;
    const later = this.#revokedLater && { revokedLater: this.#revokedLater };
    return { status: 'good', asOf: this.#asOf, nextUpdate: this.#until, ...later };
  }

  get undetermined(): RevocationStatus {
    const code = this.#reasons === 0 ? this.#problem : 'crl-reasons-incomplete';
    const again = this.#promised && this.#promised > this.#query.now && { tryAgainAfter: this.#promised };
    return { status: 'undetermined', code, ...again };
  }
}

/**
 * The status of a certificate by revocation lists (RFC 5280 6.3.3). Revoked after the reference time is not revoked at it;
 * whatever keeps the lists from answering for every reason is `undetermined`.
 */
export const checkRevocation = (query: RevocationQuery): RevocationStatus => {
  const { certificate } = query;
  const complete = query.crls.filter((crl) => !isDelta(crl)).sort(newestFirst);
  const points = [...(certificate.extensions.crlDistributionPoints ?? []), impliedPoint(certificate)];
  const findings = new Findings(query);
  // What a signer of lists says of itself is heard last: others may know that its key is lost.
  for (const itself of [false, true]) {
    for (const point of points) {
      for (const crl of complete.filter((candidate) => issuerMatches(candidate, certificate, point))) {
        if (itself && crl.issuer.canonical !== certificate.subject.canonical) continue;
        const reasons = reasonsOf(crl, point);
        if (!findings.lacks(reasons)) continue;
        const status = findings.take(crl, reasons, consultList(query, crl, point, itself));
        if (status !== undefined) return status;
      }
    }
  }
  return findings.undetermined;
};
