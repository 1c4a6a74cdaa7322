import type { Branch } from './branch.ts';
import type { Catcher, Json, JsonObject, State, Way } from './definition.ts';
import { stateEntered, stateExited, type News } from './events.ts';
import { matches, retryDelay, StateFailure } from './failure.ts';
import { chooseWay } from './states/choice.ts';
import { runMap } from './states/map.ts';
import { runParallel } from './states/parallel.ts';
import { runTask } from './states/task.ts';
import { runWait } from './states/wait.ts';

/** Where a state leads, with which data, and which of its fields (`Assign`, `Output`) shape the result. */
interface Leaving {
  readonly way: Way;
  readonly states: Readonly<Record<string, unknown>>;
  /** The output if the transition names none. */
  readonly output: Json;
  readonly news?: readonly News[];
}

/**
 * Runs a branch from its position to its end and returns its output. Nothing is replayed: a restart begins at the
 * stored position.
 * @throws StateFailure if a state fails and nothing in the branch catches it
 */
export async function runBranch(branch: Branch): Promise<Json> {
  for (;;) {
    const { done } = branch.position;
    if (done) return done.output;
    const { state } = branch;
    try {
      await leave(branch, state, await perform(branch, state));
    } catch (error) {
      if (!(error instanceof StateFailure)) throw error;
      await recover(branch, state, error);
    }
  }
}

async function perform(branch: Branch, state: State): Promise<Leaving> {
  const { retryAt, input } = branch.position;
  if (retryAt !== undefined) await branch.sleep(retryAt);
  switch (state.Type) {
    case 'Pass':
    case 'Succeed':
      return { way: state, states: {}, output: input };
    case 'Wait':
      await runWait(branch, state);
      return { way: state, states: {}, output: input };
    case 'Choice':
      return { way: await chooseWay(branch, state), states: {}, output: input };
    case 'Fail': {
      const words = await Promise.all([state.Error ?? '', state.Cause ?? ''].map((each) => branch.evaluate(each)));
      throw new StateFailure(String(words[0]), String(words[1]));
    }
    case 'Task':
    case 'Parallel':
    case 'Map': {
      const { result, news } = await (state.Type === 'Task'
        ? runTask(branch, state)
        : state.Type === 'Parallel'
          ? runParallel(branch, state, runBranch)
          : runMap(branch, state, runBranch));
      return { way: state, states: { result }, output: result, news };
    }
  }
}

/** Size limit of a state's output in bytes (service quotas of Step Functions). */
const PAYLOAD_LIMIT = 262_144;

/** Assign and Output see the variables as they were when the state was entered (spec, "Assigning variables"). */
async function leave(branch: Branch, state: State, { way, states, output, news = [] }: Leaving) {
  const assigned = asObject(await branch.evaluate(way.Assign ?? {}, states));
  const result = way.Output === undefined ? output : await branch.evaluate(way.Output, states);
  if (Buffer.byteLength(JSON.stringify(result)) > PAYLOAD_LIMIT)
    throw new StateFailure('States.DataLimitExceeded', `the output of ${branch.position.state} is over 256 KiB`);
  const left = [...news, stateExited(state, branch.position.state, result, assigned)];
  if (way.Next === undefined) return branch.keep({ done: { output: result } }, left);
  const next = branch.machine.States[way.Next];
  if (!next) throw new StateFailure('States.Runtime', `there is no state ${way.Next}`);
  await branch.enter(way.Next, result, assigned, [...left, stateEntered(next, way.Next, result)]);
}

/** Retry before Catch; a failure that neither handles fails the branch. */
async function recover(branch: Branch, state: State, failure: StateFailure) {
  const { Retry = [], Catch = [] } = 'Retry' in state || 'Catch' in state ? state : {};
  const { retries = [] } = branch.position;
  const index = Retry.findIndex(({ ErrorEquals }) => matches(ErrorEquals, failure.error));
  const retrier = Retry[index];
  const delay = retrier && retryDelay(retrier, retries[index] ?? 0);
  if (delay !== undefined) {
    const counted = Retry.map((_, i) => (retries[i] ?? 0) + (i === index ? 1 : 0));
    return branch.again(counted, branch.around.clock.now() + delay, failure.news ?? []);
  }
  const catcher = Catch.find(({ ErrorEquals }) => matches(ErrorEquals, failure.error));
  if (!catcher) throw failure;
  await leaveCaught(branch, state, catcher, failure);
}

async function leaveCaught(branch: Branch, state: State, way: Catcher, { error, because, news = [] }: StateFailure) {
  const errorOutput = { Error: error, Cause: because };
  await leave(branch, state, { way, states: { errorOutput }, output: errorOutput, news });
}

const asObject = (value: Json): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
