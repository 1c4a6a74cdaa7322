import { newestStatus, type RevocationStatus } from '../crl/revocation-status.ts';
import { reasonOf } from '../crl/reason.ts';
import type { Work } from '../work.ts';
import type { Certificate } from '../x509/certificate.ts';
import { ocspProblems, type OcspProblem } from './ocsp-problems.ts';
import { readOcspAnswer, type OcspAnswer } from './answer.ts';
import { staleness, type FreshnessRules } from './freshness.ts';
import type { OcspResponse } from './response.ts';

export interface OcspRules extends FreshnessRules {
  /** Whether answers about expired certificates still tell of their revocation. */
  readonly answersKeepExpired: boolean;
  /** Whether a delegated responder without ocsp-nocheck is known not to be revoked. */
  readonly responderIsGood: (responder: Certificate) => boolean;
}

/** The status by OCSP, or `never-issued`: a responder that answers for certificates that its authority never made. */
export type OcspStatusFound = RevocationStatus | { readonly status: 'never-issued'; readonly asOf: Date };

/**
 * The status of a certificate at the reference time by the usable answers about it, as `newestStatus` weighs them; undefined when none is about it
 * (RFC 6960 section 3.2: certID, signature, responder's authority, thisUpdate, nextUpdate).
 */
export function checkOcsp(
  responses: readonly OcspResponse[],
  certificate: Certificate,
  issuer: Certificate,
  candidates: readonly Certificate[],
  work: Work,
  rules: OcspRules,
): OcspStatusFound | undefined {
  let problem: OcspProblem | undefined;
  let best: (OcspStatusFound & { readonly asOf: Date }) | undefined;
  for (const response of responses) {
    const answer = readOcspAnswer(response, certificate, issuer, candidates, work);
    if (answer === 'other') continue;
    const found = answer === 'unverified' ? 'ocsp-unverified' : judgeAnswer(answer, certificate, rules);
    if (typeof found === 'string') problem = nearest(problem, found);
    else if (best === undefined || outweighs(found, best)) best = found;
  }
  return best ?? (problem && { status: 'undetermined', code: problem });
}

function outweighs(found: OcspStatusFound, best: OcspStatusFound): boolean {
  const right = asRevocation(found);
  return newestStatus(asRevocation(best), right) === right;
}

/** Never issued is said by a hold (RFC 6960 section 2.2): a later answer that knows the certificate counts before it. */
export const asRevocation = (found: OcspStatusFound): RevocationStatus =>
  found.status === 'never-issued'
    ? { status: 'revoked', asOf: found.asOf, revokedAt: new Date(0), reason: 'certificateHold' }
    : found;

const nearest = (left: OcspProblem | undefined, right: OcspProblem): OcspProblem =>
  left !== undefined && ocspProblems.indexOf(left) > ocspProblems.indexOf(right) ? left : right;

function judgeAnswer(
  answer: OcspAnswer,
  certificate: Certificate,
  rules: OcspRules,
): OcspProblem | (OcspStatusFound & { readonly asOf: Date }) {
  const { status, responder, thisUpdate: asOf, nextUpdate } = answer;
  if (!responder.nocheck && !rules.responderIsGood(responder.certificate)) return 'ocsp-responder-unchecked';
  const stale = staleness(answer, rules);
  if (stale !== undefined) return stale;
  if (status.kind === 'unknown') return 'ocsp-unknown';
  if (status.kind === 'never-issued') return { status: 'never-issued', asOf };
  if (status.kind === 'revoked' && status.revokedAt <= rules.time) {
    return { status: 'revoked', asOf, revokedAt: status.revokedAt, reason: reasonOf(status.reason ?? 0) };
  }
  if (asOf > certificate.notAfter && !rules.answersKeepExpired) return 'ocsp-newer-than-certificate';
  return {
    status: 'good',
    asOf,
    ...(status.kind === 'revoked' && { revokedLater: status.revokedAt }),
    ...(nextUpdate && { nextUpdate }),
  };
}
