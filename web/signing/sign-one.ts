import { isSigningProblem } from './problem.ts';
import type { Way } from './way.ts';

/** How a way that can sign several documents signs one. */
export const signOne =
  (signAll: NonNullable<Way['signAll']>): Way['sign'] =>
  async (content, who, stop) => {
    const signed = await signAll([content], who, stop);
    return isSigningProblem(signed) ? signed : signed[0]!;
  };
