import { reasonOf, sparesEarlier } from '../revocation/reason.ts';
import { nothing, sinceOf, type Revoked, type Statement } from '../revocation/statement.ts';
import type { Work } from '../work.ts';
import type { Certificate } from '../x509/certificate.ts';
import { allReasons } from '../x509/distribution-point.ts';
import { readOcspAnswer, type Answered, type OcspAnswer } from './answer.ts';
import { staleness, type FreshnessRules } from './freshness.ts';
import type { OcspProblem } from '../revocation/ocsp-problems.ts';
import type { GivenAnswer } from './response.ts';

export interface OcspRules extends FreshnessRules {
  /** Whether answers about expired certificates still report their revocation. */
  readonly answersKeepExpired: boolean;
  /** Called with what an answer said. */
  readonly judged?: (response: GivenAnswer, said: readonly Statement[]) => void;
  /** Why an entitled responder has lost its standing: it is revoked, too weak, or cannot be checked. */
  readonly doubtOf: (answer: OcspAnswer, response: GivenAnswer) => OcspProblem | undefined;
}

/**
 * What answers say about a certificate (RFC 6960 section 3.2: certID, signature, responder's authority, thisUpdate,
 * nextUpdate), each status separately. An old answer, or one whose responder lost its standing, can still say "revoked"
 * but no longer "good".
 */
export const ocspStatements = (
  responses: readonly GivenAnswer[],
  certificate: Certificate,
  issuer: Certificate,
  candidates: readonly Certificate[],
  work: Work,
  rules: OcspRules,
): readonly Statement[] =>
  responses.flatMap((response) => {
    const answer = readOcspAnswer(response, certificate, issuer, candidates, work);
    const said = answer === 'other' ? [] : judge(answer, response, certificate, rules);
    rules.judged?.(response, said);
    return said;
  });

function judge(
  answer: Exclude<ReturnType<typeof readOcspAnswer>, 'other'>,
  response: GivenAnswer,
  certificate: Certificate,
  rules: OcspRules,
): readonly Statement[] {
  if (typeof answer === 'string') return [nothing(answer)];
  if (isFuture(answer.producedAt, rules)) return [nothing('ocsp-from-future')];
  const doubt = answer.responder.usable ? rules.doubtOf(answer, response) : 'ocsp-unverified';
  return answer.answered.flatMap((answered) => {
    const early = isFuture(answered.thisUpdate, rules) ? 'ocsp-from-future' : undefined;
    // The signer of the answer knew nothing of what came later, so their standing does not vouch for it.
    const ahead = isLater(answered.thisUpdate, answer.producedAt, rules) ? 'ocsp-ahead-of-itself' : undefined;
    return readStatements(answered, { doubt: doubt ?? early, ahead }, response.embedded, certificate, rules);
  });
}

const isLater = (moment: Date, other: Date, { clockSkew }: FreshnessRules): boolean =>
  moment.getTime() > other.getTime() + clockSkew * 1000;

const isFuture = (moment: Date, rules: FreshnessRules): boolean => isLater(moment, rules.at, rules);

/** `doubt`: why neither "good" counts nor "revoked" is certain; `ahead`: why only "good" does not count. */
interface Against {
  readonly doubt: OcspProblem | undefined;
  readonly ahead: OcspProblem | undefined;
}

function readStatements(
  answered: Answered,
  { doubt, ahead }: Against,
  embedded: boolean,
  certificate: Certificate,
  rules: OcspRules,
): readonly Statement[] {
  if (answered.status.kind === 'unknown') return [nothing('ocsp-unknown')];
  const revoked = readRevoked(answered, doubt);
  if (revoked && revoked.since <= rules.time) return [revoked];
  const asOf = answered.thisUpdate;
  const dropped = asOf > certificate.notAfter && !rules.answersKeepExpired;
  const problem =
    doubt ?? ahead ?? staleness(answered, embedded, rules) ?? (dropped ? 'ocsp-newer-than-certificate' : undefined);
  const good = { says: 'good', asOf, reasons: allReasons, rank: 'others' } as const;
  return [...(revoked ? [revoked] : []), problem === undefined ? good : nothing(problem)];
}

/**
 * "Never issued" is expressed as a hold (RFC 6960 section 2.2): a later answer that knows the certificate wins over it.
 */
function readRevoked(
  { status, thisUpdate, invalidSince }: Answered,
  doubt: OcspProblem | undefined,
): Revoked | undefined {
  const said = { says: 'revoked', asOf: thisUpdate, rank: 'others', ...(doubt && { doubt }) } as const;
  if (status.kind === 'never-issued') {
    const epoch = new Date(0);
    const hold = { reason: 'certificateHold', sparesEarlier: false, neverIssued: true } as const;
    return { ...said, ...hold, revokedAt: epoch, since: epoch };
  }
  if (status.kind !== 'revoked') return undefined;
  const { revokedAt, reason } = status;
  const since = sinceOf(revokedAt, invalidSince);
  return { ...said, revokedAt, since, reason: reasonOf(reason), sparesEarlier: sparesEarlier(reason) };
}
