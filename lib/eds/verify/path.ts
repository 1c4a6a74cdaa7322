import { asRevocation, checkOcsp } from '../ocsp/ocsp-revocation.ts';
import { validatePath, type RevocationSource } from '../path/validate-path.ts';
import type { Check } from '../report.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { Context } from './context.ts';
import { checkPathAlgorithms } from './path-algorithms.ts';

export interface PathFindings {
  readonly checks: readonly Check[];
  readonly tryAgainAfter?: Date;
}

/**
 * RFC 5280 section 6 for a certificate at `time`: a path to a pinned anchor, and by lists and OCSP answers the revocation of
 * everything on it; then the profile's algorithms along it.
 */
export function checkCertificate(target: Certificate, context: Context, time: Date): PathFindings {
  const neverIssued = new Set<string>();
  const { checks, path, tryAgainAfter } = validatePath({
    ...pathInputs(target, context, time),
    ...(context.ocsps.length > 0 && { otherRevocation: ocspSource(context, time, neverIssued) }),
  });
  return {
    checks: [
      ...(neverIssued.size === 0 ? checks : checks.map((check) => nameNeverIssued(check, neverIssued))),
      ...(path.length > 0 ? [checkPathAlgorithms(path, context.profile)] : []),
    ],
    ...(tryAgainAfter && { tryAgainAfter }),
  };
}

const pathInputs = (target: Certificate, { certificates, anchors, crls, at, profile, work }: Context, time: Date) =>
  ({
    target,
    candidates: certificates,
    anchors,
    at: time,
    now: at,
    crls,
    revocation: 'required',
    listAfterIssue: true,
    deltaWhenPromised: true,
    clockSkew: profile.clockSkew,
    listsKeepExpired: profile.listsKeepExpired,
    work,
  }) as const;

/** OCSP answers as a source of revocation; fingerprints that a responder says were never issued are put into `neverIssued`. */
function ocspSource(context: Context, time: Date, neverIssued: Set<string>): RevocationSource {
  const { at, profile, certificates, ocsps, work } = context;
  return (certificate, issuer) => {
    const found = checkOcsp(ocsps, certificate, issuer.certificate, certificates, work, {
      at,
      time,
      clockSkew: profile.clockSkew,
      lifetime: profile.ocspLifetime,
      answersKeepExpired: profile.listsKeepExpired,
      responderIsGood: (responder) => validatePath(pathInputs(responder, context, time)).valid === 'passed',
    });
    if (found?.status === 'never-issued') neverIssued.add(certificate.fingerprint);
    return found && asRevocation(found);
  };
}

/** RFC 6960 section 2.2: the answer "revoked 1970-01-01" means that the authority never issued the certificate. */
function nameNeverIssued(check: Check, neverIssued: ReadonlySet<string>): Check {
  const unissued =
    check.code === 'certificate-not-revoked' && check.subject !== undefined && neverIssued.has(check.subject);
  const byThatAnswer = check.detail?.['revokedAt'] === new Date(0).toISOString();
  return unissued && byThatAnswer
    ? { ...check, detail: { ...check.detail, problem: 'certificate-never-issued' } }
    : check;
}
