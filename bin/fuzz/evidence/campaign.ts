import fc from 'fast-check';
import type { Verdict } from '../../../lib/eds/report.ts';
import type { Cast } from './cast.ts';
import { applyEdit, drawnSets, type DrawnSets } from './draw-set.ts';
import type { Item } from './item.ts';
import { wrongStep, wrongVerdict } from './law.ts';
import { makeVerifier } from './verify-set.ts';

export interface SetCampaignResult {
  /** How many sets got each verdict. */
  readonly verdicts: ReadonlyMap<Verdict, number>;
}

/**
 * Draws sets of evidence and changes them, step by step. Throws with the smallest counterexample, in one line, if a
 * verdict, or a step to passed, is against the rules, or if the order or a repeated piece makes a difference.
 */
export function runSetCampaign(cast: Cast, { sets, seed }: { sets: number; seed: number }): SetCampaignResult {
  const verify = makeVerifier(cast);
  const verdicts = new Map<Verdict, number>();
  const verdictOf = (given: readonly Item[]): Verdict => {
    const { verdict } = verify({ given });
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    const wrong = wrongVerdict(given, verdict);
    if (wrong !== undefined) throw new Error(`${wrong}: ${JSON.stringify(given)}`);
    return verdict;
  };
  const property = fc.property(drawnSets, (drawn) => {
    const wrong = wrongOf(drawn, verdictOf);
    if (wrong !== undefined) throw new Error(wrong);
  });
  const found = fc.check(property, { numRuns: sets, seed });
  if (found.failed)
    throw new Error(`${(found.errorInstance as Error).message} (seed ${seed}, path ${found.counterexamplePath})`);
  return { verdicts };
}

function wrongOf({ first, edits }: DrawnSets, verdictOf: (given: readonly Item[]) => Verdict): string | undefined {
  let [given, verdict] = [first, verdictOf(first)];
  for (const edit of edits) {
    const next = applyEdit(given, edit);
    const after = verdictOf(next);
    if ((edit.kind === 'turn' || edit.kind === 'double') && after !== verdict)
      return `${edit.kind}: ${verdict} became ${after}: ${JSON.stringify(given)}`;
    // In reverse, adding the removed piece led from one verdict to the other.
    const [fewer, more] = next.length > given.length ? [given, next] : [next, given];
    const [poorer, richer] = next.length > given.length ? [verdict, after] : [after, verdict];
    const added = more.find((item) => !fewer.includes(item));
    const wrong =
      added !== undefined && more.length > fewer.length && poorer !== 'passed' && richer === 'passed'
        ? wrongStep(fewer, added)
        : undefined;
    if (wrong !== undefined) return `${wrong}: ${JSON.stringify({ before: fewer, more: added })}`;
    [given, verdict] = [next, after];
  }
  return undefined;
}
