import type { Answer } from '../../kit.ts';
import type { Line } from './take-work.ts';

/** What came of an order. */
export interface Ordered {
  readonly n: number;
  /** The caller has taken it. */
  readonly isMine?: boolean;
  /** Who got the work; absent if it went back into the queue. */
  readonly name?: string | undefined;
  /** What was not done, by the number of the request. */
  readonly refused: readonly { readonly number: string; readonly title: string }[];
}

/** What was done of these lines, and what was not, by their numbers. */
export function countOrdered(
  { work }: Answer<'POST /recalled-work'>,
  lines: readonly Pick<Line, 'id' | 'number'>[],
): Pick<Ordered, 'n' | 'refused'> {
  const refused = work.flatMap(({ id, problem }) =>
    problem ? [{ number: lines.find((each) => each.id === id)?.number ?? id, title: problem.title }] : [],
  );
  return { n: work.length - refused.length, refused };
}
