import type { OcspAnswer } from '../ocsp/answer.ts';
import type { OcspProblem } from '../revocation/ocsp-problems.ts';
import { ocspStatements } from '../ocsp/ocsp-statements.ts';
import type { GivenAnswer } from '../ocsp/response.ts';
import { findPath } from '../path/build-paths.ts';
import { validatePath, type PathInputs, type RevocationSource } from '../path/validate-path.ts';
import type { AnchorPurpose } from '../profiles/pinned-anchor.ts';
import type { Check } from '../report.ts';
import type { Certificate } from '../x509/certificate.ts';
import { anchorsFor, type Context } from './context.ts';
import { checkPathAlgorithms, isWeak } from './path-algorithms.ts';

export interface PathFindings {
  readonly checks: readonly Check[];
  /** From the anchor to the target; empty if none was found. */
  readonly path: readonly Certificate[];
  readonly tryAgainAfter?: Date;
}

/**
 * RFC 5280 section 6 for a certificate at `time`: a path to a pinned anchor, and the revocation of everything on it by
 * lists and OCSP answers; then the profile's algorithms along it. `vouches`: its owner vouches for a time, `provenAt`
 * as in `weigh`.
 */
export function checkCertificate(
  target: Certificate,
  context: Context,
  time: Date,
  { vouches = false, provenAt }: { readonly vouches?: boolean; readonly provenAt?: Date | undefined } = {},
): PathFindings {
  const purpose = vouches ? 'timestamps' : 'persons';
  const { checks, path, tryAgainAfter } = validatePath({
    ...pathInputs(target, context, time, purpose),
    vouches,
    provenAt,
    ...ocspSource(context, purpose),
  });
  return {
    checks: [
      ...(path.length === 0 && isPinnedOtherwise(target, context) ? checks.map(namePurpose) : checks),
      ...(path.length > 0 ? [checkPathAlgorithms(path, context.profile)] : []),
    ],
    path,
    ...(tryAgainAfter && { tryAgainAfter }),
  };
}

/** Whether names lead to an anchor that is pinned for another purpose; asked if none led to a right one. */
const isPinnedOtherwise = (target: Certificate, { certificates, anchors, work }: Context): boolean =>
  findPath({ target, candidates: certificates, anchors, budget: work.budget, most: 1 }, () => true) === true;

const otherwise = ['issuer-not-found', 'root-not-pinned'];

const namePurpose = (check: Check): Check =>
  check.code === 'path-found' && otherwise.some((problem) => problem === check.detail?.['problem'])
    ? { ...check, status: 'failed', detail: { ...check.detail, problem: 'anchor-purpose' } }
    : check;

const pathInputs = (target: Certificate, context: Context, time: Date, ...purposes: readonly AnchorPurpose[]) => {
  const { certificates, crls, at, profile, work, inadmissible } = context;
  return {
    target,
    candidates: certificates,
    anchors: anchorsFor(context, ...purposes),
    at: time,
    now: at,
    crls,
    revocation: 'required',
    listAfterIssue: true,
    deltaWhenPromised: true,
    clockSkew: profile.clockSkew,
    listsKeepExpired: profile.listsKeepExpired,
    isWeak: (list, beside) => isWeak(list, beside, profile),
    judged: (list, said) => inadmissible.judged('list', list, said),
    work,
  } as const satisfies PathInputs;
};

/** OCSP answers as a source of revocation. `underWay`: responders whose own standing is being determined. */
function ocspSource(
  context: Context,
  purpose: AnchorPurpose,
  underWay: readonly Certificate[] = [],
): Pick<PathInputs, 'otherRevocation'> {
  const { at, profile, certificates, ocsps, work, inadmissible } = context;
  if (ocsps.length === 0) return {};
  const singles = ocsps.reduce((sum, { responses }) => sum + responses.length, 0);
  // Each answer's lines are searched for the certificate, and the certificates for each answer's responder.
  const price = 2 + singles / 5 + ocsps.length * (2 + certificates.length / 5);
  const otherRevocation: RevocationSource = (certificate, { certificate: issuer }, time) => {
    work.budget.attempt(price);
    return ocspStatements(ocsps, certificate, issuer, certificates, work, {
      at,
      time,
      clockSkew: profile.clockSkew,
      lifetime: profile.ocspLifetime,
      embeddedWindow: profile.embeddedOcspWindow,
      answersKeepExpired: profile.listsKeepExpired,
      judged: (response, said) => inadmissible.judged('answer', response, said),
      doubtOf: (answer, response) => doubtOf(answer, { response, time, purpose, underWay }, context),
    });
  };
  return { otherRevocation };
}

/** The context of an answer: for which time, under which anchors, and which responders are being checked themselves. */
interface Hearing {
  readonly response: GivenAnswer;
  readonly time: Date;
  readonly purpose: AnchorPurpose;
  readonly underWay: readonly Certificate[];
}

/**
 * A responder vouches for what it says. A responder that the authority exempts from checking (ocsp-nocheck) need not be
 * proved good, but must not be revoked; the authorities above it are not exempt.
 */
function doubtOf(
  { responder, producedAt }: OcspAnswer,
  { response, time, purpose, underWay }: Hearing,
  context: Context,
): OcspProblem | undefined {
  const { certificate, kind, nocheck } = responder;
  const isIssuer = kind === 'issuer';
  if (isWeak(response, isIssuer ? [] : [certificate], context.profile)) return 'ocsp-algorithm';
  // An issuer is on the path that is being validated. Only what became known after the time in question was not checked
  // there.
  if (isIssuer && (time >= context.at || context.anchors.includes(certificate))) return undefined;
  if (underWay.includes(certificate)) return 'ocsp-responder-unchecked';
  const { checks } = validatePath({
    ...pathInputs(certificate, context, producedAt, purpose, 'revocation'),
    vouches: true,
    ...ocspSource(context, purpose, [...underWay, certificate]),
  });
  const wrong = checks.filter(({ status }) => status === 'failed' || status === 'indeterminate');
  const isStatus = ({ code }: Check): boolean => code === 'certificate-not-revoked';
  if (wrong.some((each) => isStatus(each) && each.status === 'failed')) return 'ocsp-responder-revoked';
  const isExempt = (each: Check): boolean => nocheck && isStatus(each) && each.subject === certificate.fingerprint;
  return isIssuer || wrong.every(isExempt) ? undefined : 'ocsp-responder-unchecked';
}
