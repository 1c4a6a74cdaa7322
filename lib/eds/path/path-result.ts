import type { Check, Verdict } from '../report.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { CertificationPath } from './build-paths.ts';
import { decidingCode, PathReport, type PathProblem } from './path-checks.ts';
import type { Walk } from './walk-path.ts';

export interface PathResult {
  readonly valid: Verdict;
  /** `path-valid`, or what decided: the code of a check or of its problem. */
  readonly code: string;
  readonly checks: readonly Check[];
  /** From the anchor to the target; empty if none was found. */
  readonly path: readonly Certificate[];
  /** user-constrained-policy-set (RFC 5280 6.1.6), dotted OIDs. */
  readonly policies: readonly string[];
  /** The target's key with inherited parameters, as DER SubjectPublicKeyInfo; present if a path was found. */
  readonly publicKey?: Uint8Array;
  /** When an indeterminate answer is worth asking for again, if a list promised its successor. */
  readonly tryAgainAfter?: Date;
}

const ranks: Readonly<Record<Verdict, number>> = { failed: 0, indeterminate: 1, passed: 2 };

const verdictOf = (checks: readonly Check[]): Verdict => {
  if (checks.some(({ status }) => status === 'failed')) return 'failed';
  return checks.some(({ status }) => status === 'indeterminate') ? 'indeterminate' : 'passed';
};

export const conclude = (path: CertificationPath, { report, policies, keys, tryAgainAfter }: Walk): PathResult => {
  const { checks } = report;
  const valid = verdictOf(checks);
  const deciding = checks.find(({ status }) => status === valid);
  const key = keys.at(-1);
  return {
    valid,
    code: valid === 'passed' || deciding === undefined ? 'path-valid' : decidingCode(deciding),
    checks,
    path,
    policies: [...policies],
    ...(key && { publicKey: key.spki }),
    ...(tryAgainAfter && { tryAgainAfter }),
  };
};

/** Why there is no path. If an issuer is missing, the answer is indeterminate. */
export const notFound = (problem: PathProblem, target: Certificate): PathResult => {
  const report = new PathReport();
  const valid = problem === 'issuer-not-found' ? 'indeterminate' : 'failed';
  report.add('path-found', valid, target, { problem });
  return { valid, code: problem, checks: report.checks, path: [], policies: [] };
};

/** Higher is worse. A path with a certificate that its issuer did not sign is the worst, whatever else is right. */
const faults = ({ valid, checks }: PathResult): readonly number[] => {
  const failures = checks.filter(({ status }) => status === 'failed');
  const forged = failures.some(({ code }) => code === 'certificate-signature');
  return [-ranks[valid], Number(forged), failures.length];
};

/** The better of two paths: by verdict, then by valid signatures, then by fewer failures, then the more likely one. */
export const better = (left: PathResult, right: PathResult): boolean => {
  const others = faults(right);
  const difference = faults(left).map((each, place) => each - (others[place] ?? 0));
  return (difference.find((each) => each !== 0) ?? 0) < 0;
};

export const best = ([first, ...others]: readonly PathResult[]): PathResult | undefined =>
  others.reduce((most, each) => (most && better(each, most) ? each : most), first);
