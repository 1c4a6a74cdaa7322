import { problemDetails, type ProblemDetails } from '../../../../lib/domain/problem/details.ts';
import { isRefusal, type FieldError } from '../../../../lib/domain/problem/problem.ts';

interface Answered extends ProblemDetails {
  readonly errors?: readonly FieldError[];
  readonly moreErrors?: number;
}

/** The problem document of a refusal. */
export function serveRefusal(value: unknown): Answered {
  if (!isRefusal(value)) throw new Error(`not refused: ${JSON.stringify(value)}`);
  return problemDetails(value, 'ru');
}
