import type { Check, CheckStatus } from '../report.ts';
import type { Certificate } from '../x509/certificate.ts';

/** Every check of path validation and the clause that requires it, in the order in which they are made. */
export const pathChecks = {
  'path-found': 'RFC 5280 6.1.1',
  'certificate-signature': 'RFC 5280 6.1.3(a)(1)',
  'certificate-validity': 'RFC 5280 6.1.3(a)(2)',
  'certificate-not-revoked': 'RFC 5280 6.1.3(a)(3)',
  'certificate-issuer-name': 'RFC 5280 6.1.3(a)(4)',
  'certificate-names-permitted': 'RFC 5280 6.1.3(b), (c)',
  'certificate-policy-known': 'RFC 5280 6.1.3(f)',
  'issuer-policy-mappings': 'RFC 5280 6.1.4(a)',
  'issuer-is-authority': 'RFC 5280 6.1.4(k)',
  'issuer-path-length': 'RFC 5280 6.1.4(l)',
  'issuer-may-sign-certificates': 'RFC 5280 6.1.4(n)',
  'critical-extensions-known': 'RFC 5280 6.1.4(o), 6.1.5(f)',
  'path-policy-accepted': 'RFC 5280 6.1.5(g)',
} as const satisfies Record<string, string>;

export type PathCheckCode = keyof typeof pathChecks;

/** Why a check of the path did not pass, if its own name does not say so (`detail.problem`). */
export const pathProblems = [
  'issuer-not-found',
  'root-not-pinned',
  'anchor-purpose',
  'path-empty',
  'path-limit',
  'signature-unsupported',
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-revoked',
  'certificate-never-issued',
  'key-distrusted',
  'names-too-many',
] as const;

export type PathProblem = (typeof pathProblems)[number];

type Draft = { -readonly [Field in keyof Check]: Check[Field] };

/** The checks of one path as they are made. */
export class PathReport {
  readonly checks: Check[] = [];

  add(
    code: PathCheckCode,
    outcome: boolean | CheckStatus,
    certificate?: Certificate,
    detail?: Readonly<Record<string, string | number>>,
  ): void {
    const status = typeof outcome === 'string' ? outcome : outcome ? 'passed' : 'failed';
    const made: Draft = { code, status, source: pathChecks[code] };
    if (certificate) made.subject = certificate.fingerprint;
    if (detail) made.detail = detail;
    this.checks.push(made);
  }
}

/** What decided: the problem if one is named, otherwise the check itself. */
export const decidingCode = ({ code, detail }: Check): string =>
  typeof detail?.['problem'] === 'string' ? detail['problem'] : code;
