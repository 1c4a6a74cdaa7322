import type { Branch } from '../branch.ts';
import type { Json, Machine, ParallelState } from '../definition.ts';
import { bare, stateEntered } from '../events.ts';
import type { Position } from '../execution.ts';
import { StateFailure } from '../failure.ts';
import type { Done } from './task.ts';

/** Runs a branch to its end; run.ts passes itself in. */
export type RunBranch = (branch: Branch) => Promise<Json>;

/** Runs all branches at once; the first failure ends the others. */
export async function runParallel(branch: Branch, state: ParallelState, runBranch: RunBranch): Promise<Done> {
  if (branch.below.length === 0) await startBranches(branch, state);
  const children = state.Branches.map((machine, i) => branch.child(i, machine));
  try {
    const outputs = await Promise.all(children.map((child) => runBranch(child)));
    return { result: outputs, news: [bare('ParallelStateSucceeded')] };
  } catch (error) {
    for (const child of children) child.abandon();
    if (error instanceof StateFailure) error.news = [...(error.news ?? []), bare('ParallelStateFailed')];
    throw error;
  }
}

async function startBranches(branch: Branch, state: ParallelState) {
  const input = state.Arguments === undefined ? branch.position.input : await branch.evaluate(state.Arguments);
  const begun = state.Branches.map((machine, i) => [`${branch.id}/${i}`, beginning(branch, machine, input)] as const);
  const entered = state.Branches.map((machine) => stateEntered(startOf(machine), machine.StartAt, input));
  await branch.keep({}, [bare('ParallelStateStarted'), ...entered], Object.fromEntries(begun));
}

/** The first position in a machine inside a state. It sees the outer variables; its own are not visible outside. */
export const beginning = (branch: Branch, machine: Machine, input: Json): Position => ({
  state: machine.StartAt,
  input,
  variables: branch.position.variables,
  entered: branch.around.clock.now(),
  last: branch.position.last,
});

export function startOf(machine: Machine) {
  const state = machine.States[machine.StartAt];
  if (!state) throw new StateFailure('States.Runtime', `there is no state ${machine.StartAt}`);
  return state;
}
