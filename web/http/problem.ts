import type { ProblemCode } from '../../lib/domain/problem/codes.ts';
import type { TextedError } from '../../lib/domain/problem/bound-errors.ts';

/** Why there is no answer: what the API said (RFC 9457), or that it did not answer. */
export interface Problem {
  readonly problem: ProblemCode | 'network/failed';
  /** The refusal's text in the language of the page, from the API. */
  readonly title?: string;
  readonly status?: number;
  readonly errors?: readonly TextedError[];
  /** Findings about a signature, in sentences. */
  readonly text?: string;
  /** The number by which support finds a failure of the server. */
  readonly incident?: string;
}

export const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'problem' in value;

/** The problem in an answer that is not a success. */
export async function readProblem(response: Response): Promise<Problem> {
  const said = (await response.json().catch(() => ({}))) as Omit<Problem, 'problem'> & { readonly code?: ProblemCode };
  return { ...said, problem: said.code ?? 'server/failed', status: response.status };
}
