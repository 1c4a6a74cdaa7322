import type { Check, CheckStatus, Verdict } from '../report.ts';
import { checkSources, type CheckCode, type ProblemCode } from '../report-codes.ts';

/** What a check adds to its code: the certificate concerned, why it did not pass, details. */
export interface CheckFacts {
  readonly subject?: string | undefined;
  readonly problem?: ProblemCode | undefined;
  readonly detail?: Readonly<Record<string, string | number>>;
}

type Draft = { -readonly [Field in keyof Check]: Check[Field] };

export function check(code: CheckCode, status: CheckStatus, { subject, problem, detail }: CheckFacts = {}): Check {
  const made: Draft = { code, status, source: checkSources[code] };
  if (subject !== undefined) made.subject = subject;
  if (problem !== undefined) made.detail = { problem, ...detail };
  else if (detail !== undefined) made.detail = detail;
  return made;
}

export const passed = (code: CheckCode, facts?: CheckFacts): Check => check(code, 'passed', facts);
export const failed = (code: CheckCode, problem: ProblemCode, facts?: CheckFacts): Check =>
  check(code, 'failed', { ...facts, problem });
export const indeterminate = (code: CheckCode, problem: ProblemCode, facts?: CheckFacts): Check =>
  check(code, 'indeterminate', { ...facts, problem });
export const notApplicable = (code: CheckCode): Check => check(code, 'not-applicable');

/** Passed if nothing is wrong, otherwise failed for that reason. */
export const judge = (code: CheckCode, problem: ProblemCode | undefined, facts?: CheckFacts): Check =>
  problem === undefined ? passed(code, facts) : failed(code, problem, facts);

/**
 * The worst of them: failed is worse than indeterminate, and that is worse than passed. Without any check it is failed,
 * never passed.
 */
export function verdictOf(statuses: readonly CheckStatus[]): Verdict {
  if (statuses.includes('failed')) return 'failed';
  if (statuses.includes('indeterminate')) return 'indeterminate';
  return statuses.includes('passed') ? 'passed' : 'failed';
}
