import { BudgetExhausted } from '../budget.ts';
import type { PathInputs } from './path-inputs.ts';
import { notFound, type PathResult } from './path-result.ts';
import { PathValidation } from './path-validation.ts';

export type { PathInputs, RevocationSource } from './path-inputs.ts';
export type { PathResult } from './path-result.ts';

/**
 * Builds and validates a path from an anchor to the target (RFC 5280 6, with lists by 6.3). Returns the first path that
 * passes, or else the one that got furthest, with every check that was made on it.
 *
 * Pure: no clock, no network; the same inputs give the same result. Never throws because of its inputs.
 */
export const validatePath = (inputs: PathInputs): PathResult => {
  const { target, anchors, policy = {} } = inputs;
  if (anchors.some(({ fingerprint }) => fingerprint === target.fingerprint)) return notFound('path-empty', target);
  try {
    return new PathValidation(inputs).search(target, anchors, policy, new Set());
  } catch (error) {
    // A shared budget is the caller's: if it is exhausted, everything that depends on this path is affected, too.
    if (error instanceof BudgetExhausted && inputs.work === undefined) return notFound('path-limit', target);
    throw error;
  }
};
