import type { Check, CheckStatus, Verdict } from '../report.ts';
import { checkSources, type CheckCode, type ReasonCode } from '../report-codes.ts';

/** What a check adds to its code: the certificate it is about, why it did not pass, particulars. */
export interface CheckFacts {
  readonly subject?: string | undefined;
  readonly reason?: ReasonCode | undefined;
  readonly detail?: Readonly<Record<string, string | number>>;
}

export function check(code: CheckCode, status: CheckStatus, { subject, reason, detail }: CheckFacts = {}): Check {
  return {
    code,
    status,
    source: checkSources[code],
    ...(subject !== undefined && { subject }),
    ...((reason !== undefined || detail !== undefined) && {
      detail: { ...(reason !== undefined && { reason }), ...detail },
    }),
  };
}

export const passed = (code: CheckCode, facts?: CheckFacts): Check => check(code, 'passed', facts);
export const failed = (code: CheckCode, reason: ReasonCode, facts?: CheckFacts): Check =>
  check(code, 'failed', { ...facts, reason });
export const indeterminate = (code: CheckCode, reason: ReasonCode, facts?: CheckFacts): Check =>
  check(code, 'indeterminate', { ...facts, reason });
export const notApplicable = (code: CheckCode): Check => check(code, 'not-applicable');

/** Passed when nothing is wrong, else failed for that reason. */
export const judge = (code: CheckCode, reason: ReasonCode | undefined, facts?: CheckFacts): Check =>
  reason === undefined ? passed(code, facts) : failed(code, reason, facts);

/** The worst of them: failed before indeterminate before passed. Nothing checked is a failure, never a pass. */
export function verdictOf(statuses: readonly CheckStatus[]): Verdict {
  if (statuses.includes('failed')) return 'failed';
  if (statuses.includes('indeterminate')) return 'indeterminate';
  return statuses.includes('passed') ? 'passed' : 'failed';
}
