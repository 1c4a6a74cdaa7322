import { pathChecks } from '../../eds/path/path-checks.ts';
import type { Check } from '../../eds/report.ts';
import { javaTime, type RevocationStatus } from './answers.ts';

/** For which sources a line is wanted, and whether a responder answered during the call. */
export interface Wanted {
  readonly sources: ReadonlySet<RevocationStatus['by']>;
  readonly answered: boolean;
}

/** What the report says of a certificate itself, apart from what it signed. */
export interface Standing {
  readonly valid: boolean;
  readonly revocations: readonly RevocationStatus[];
}

/** The order of NCANode's answers. */
const order = ['CRL', 'OCSP'] as const;

const own = new Set([...Object.keys(pathChecks), 'path-algorithms']);
/** What a path ends with: nothing could be found, or everything on it was checked. */
const last = ['path-found', 'path-algorithms'];

/**
 * The checks of the path of this certificate, apart from those of a timestamp's authority, which come before. `valid`:
 * all were made and passed. Each source that was asked for has a line with the one status that all evidence together
 * gave; `reason` says why one could not be determined, and by `not-answered` that no responder spoke.
 */
export function standingOf(checks: readonly Check[], fingerprint: string, { sources, answered }: Wanted): Standing {
  const path = pathsIn(checks).findLast((each) => each.some(({ subject }) => subject === fingerprint)) ?? [];
  const revocation = path.find(({ code, subject }) => code === 'certificate-not-revoked' && subject === fingerprint);
  return {
    valid:
      path.at(-1)?.code === 'path-algorithms' &&
      path.every(({ status }) => status === 'passed' || status === 'not-applicable'),
    revocations: order.filter((by) => sources.has(by)).map((by) => statusOf(revocation, by, answered)),
  };
}

/** The checks of each path, in their order. */
function pathsIn(checks: readonly Check[]): readonly (readonly Check[])[] {
  const paths: Check[][] = [[]];
  for (const check of checks) {
    if (own.has(check.code)) paths.at(-1)?.push(check);
    if (!own.has(check.code) || last.includes(check.code)) paths.push([]);
  }
  return paths;
}

/** The words of Java's CRLReason. */
const reasons: Readonly<Record<string, string>> = {
  unspecified: 'UNSPECIFIED',
  keyCompromise: 'KEY_COMPROMISE',
  cACompromise: 'CA_COMPROMISE',
  affiliationChanged: 'AFFILIATION_CHANGED',
  superseded: 'SUPERSEDED',
  cessationOfOperation: 'CESSATION_OF_OPERATION',
  certificateHold: 'CERTIFICATE_HOLD',
  removeFromCRL: 'REMOVE_FROM_CRL',
  privilegeWithdrawn: 'PRIVILEGE_WITHDRAWN',
  aACompromise: 'AA_COMPROMISE',
};

function statusOf(check: Check | undefined, by: RevocationStatus['by'], answered: boolean): RevocationStatus {
  const { problem = 'not-checked', revokedAt, reason } = check?.detail ?? {};
  if (check?.status === 'passed')
    return { revoked: false, by, revocationTime: null, reason: by === 'CRL' ? null : answered ? 'OK' : 'not-answered' };
  if (check?.status !== 'failed') return { revoked: false, by, revocationTime: null, reason: String(problem) };
  return {
    revoked: true,
    by,
    revocationTime: revokedAt === undefined ? null : javaTime(new Date(revokedAt)),
    reason: reasons[String(reason)] ?? String(problem),
  };
}
