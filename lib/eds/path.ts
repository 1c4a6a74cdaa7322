/** Path validation by RFC 5280 6, written from the standard; see `validatePath`. */
export { answerPathLine } from './path/answer-path-line.ts';
export type { PathAnswer, PathLine } from './path/answer-path-line.ts';
export { EdsCache } from './path/cache.ts';
export { pathChecks, pathProblems } from './path/path-checks.ts';
export type { PathCheckCode, PathProblem } from './path/path-checks.ts';
export type { PolicyInputs } from './path/policy-state.ts';
export { validatePath } from './path/validate-path.ts';
export type { PathInputs, PathResult, RevocationSource } from './path/validate-path.ts';
