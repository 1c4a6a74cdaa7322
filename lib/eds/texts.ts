import type { Check } from './report.ts';
import { problemCodes, type CheckCode, type ProblemCode } from './report-codes.ts';
import { checkTexts } from './texts/checks.ts';
import type { Language, Text } from './texts/language.ts';
import { pathProblemTexts } from './texts/path-problems.ts';
import { refusalTexts } from './texts/refusals.ts';
import { signatureProblemTexts } from './texts/signature-problems.ts';
import { statusTexts } from './texts/words.ts';

export { languages, type Language } from './texts/language.ts';

/** Every problem in words; the type makes sure that none is missing. */
export const problemTexts = {
  ...refusalTexts,
  ...pathProblemTexts,
  ...signatureProblemTexts,
} as const satisfies Record<ProblemCode, Text>;

const isCheckCode = (code: string): code is CheckCode => Object.hasOwn(checkTexts, code);
const isProblemCode = (code: unknown): code is ProblemCode => problemCodes.some((problem) => problem === code);

/** A problem in words; an unknown problem by its code. */
export const describeProblem = (problem: string, language: Language): string =>
  isProblemCode(problem) ? problemTexts[problem][language] : problem;

/** One line about a check, e.g. "Validity of the certificate: failed (the certificate had expired)". */
export function describeCheck({ code, status, detail }: Check, language: Language): string {
  const name = isCheckCode(code) ? checkTexts[code][language] : code;
  const problem = detail?.['problem'];
  const which = problem === 'algorithm-aged' ? `: ${detail?.['algorithm']}` : '';
  const why = isProblemCode(problem) ? ` (${describeProblem(problem, language)}${which})` : '';
  return `${name}: ${statusTexts[status][language]}${why}`;
}
