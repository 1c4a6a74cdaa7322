import type { Branch } from '../branch.ts';
import type { Json, TaskState } from '../definition.ts';
import { taskEvent, type News } from '../events.ts';
import type { Outcome, Position } from '../execution.ts';
import { Abandoned, StateFailure } from '../failure.ts';
import { asSeconds } from './wait.ts';

const INVOKE = /^arn:aws[^:]*:states:::lambda:invoke(\.waitForTaskToken)?$/;
const FUNCTION = /^arn:aws[^:]*:lambda:[^:]*:\d{12}:function:/;

export interface Done {
  readonly result: Json;
  readonly news: readonly News[];
}

/**
 * Calls a Lambda; with `.waitForTaskToken`, then waits for the token's outcome. A Lambda that was running when the
 * platform died is called again (tasks run at least once); a stored token stays the same.
 */
export async function runTask(branch: Branch, state: TaskState): Promise<Done> {
  const { Resource } = state;
  const waits = INVOKE.exec(Resource)?.[1] !== undefined;
  if (!INVOKE.test(Resource) && !FUNCTION.test(Resource))
    throw new StateFailure('States.Runtime', `Resource is not supported: ${Resource}`);
  if (branch.position.outcome === undefined && (branch.position.deadline === undefined || !waits))
    await schedule(branch, state, waits);
  const limit = new AbortController();
  const { token = '' } = branch.position;
  try {
    const work = waits ? callAndWait(branch, state, limit.signal) : call(branch, state);
    return await Promise.race([work, expire(branch, limit.signal)]);
  } catch (error) {
    if (error instanceof StateFailure && error.news === undefined) error.news = [failed(Resource, error)];
    throw error;
  } finally {
    branch.around.outcomes.delete(token);
    limit.abort(new Abandoned('the attempt is over'));
  }
}

/** Stores the attempt's deadline and, for a waiting task, its token, before anybody learns of them. */
async function schedule(branch: Branch, state: TaskState, waits: boolean) {
  const { clock, newId } = branch.around;
  const seconds = await optional(branch, state.TimeoutSeconds, 'TimeoutSeconds');
  const every = await optional(branch, state.HeartbeatSeconds, 'HeartbeatSeconds');
  const token = waits ? newId() : undefined;
  const details = { ...(seconds !== undefined && { timeoutInSeconds: seconds }) };
  await branch.keep(
    {
      deadline: seconds === undefined ? NEVER : clock.now() + seconds * 1000,
      ...(token !== undefined && { token }),
      ...(every !== undefined && { beat: { every: every * 1000, by: clock.now() + every * 1000 } }),
    },
    [taskEvent(state.Resource, 'Scheduled', details), taskEvent(state.Resource, 'Started', {})],
  );
}

/** JSON has no Infinity; no execution lives until this time. */
const NEVER = Number.MAX_SAFE_INTEGER;

async function optional(branch: Branch, template: Json | undefined, name: string) {
  return template === undefined ? undefined : asSeconds(await branch.evaluate(template), name);
}

async function expire(branch: Branch, over: AbortSignal): Promise<never> {
  for (;;) {
    const { deadline = NEVER, beat, outcome } = branch.position;
    const next = Math.min(deadline, beat?.by ?? NEVER);
    const stop = AbortSignal.any([over, branch.signal]);
    await (next === NEVER || outcome ? aborted(stop) : branch.sleep(next, stop));
    const now = branch.around.clock.now();
    // A heartbeat or the outcome may have arrived while the timer was waking up.
    if (branch.position.outcome !== undefined) continue;
    if (now >= (branch.position.deadline ?? NEVER)) throw new StateFailure('States.Timeout', 'TimeoutSeconds are over');
    if (now >= (branch.position.beat?.by ?? NEVER)) throw new StateFailure('States.HeartbeatTimeout', 'no heartbeat');
  }
}

const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    else signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });

async function call(branch: Branch, state: TaskState): Promise<Done> {
  const result = await invoke(branch, state);
  return { result, news: [taskEvent(state.Resource, 'Succeeded', { output: JSON.stringify(result) })] };
}

/** `over` is aborted when the attempt has timed out: a Lambda that ends later must not affect what follows. */
async function callAndWait(branch: Branch, state: TaskState, over: AbortSignal): Promise<Done> {
  const { store, outcomes } = branch.around;
  const { token = '', submitted, deadline = NEVER } = branch.position;
  const outcome = new Promise<void>((resolve) => outcomes.set(token, resolve));
  if (branch.position.outcome) return settle(branch.position);
  if (!submitted && branch.around.clock.now() < deadline) {
    const invoked = invoke(branch, state).catch((error: unknown) => {
      // The holder of the token may have answered before the Lambda failed that passed it on; then the answer counts.
      if (branch.position.token === token && branch.position.outcome) return;
      store.revoke(token);
      throw error;
    });
    await Promise.race([invoked, outcome]);
    over.throwIfAborted();
    if (!branch.position.outcome) await branch.keep({ submitted: true }, [taskEvent(state.Resource, 'Submitted', {})]);
    over.throwIfAborted();
  }
  if (!branch.position.outcome) await outcome;
  over.throwIfAborted();
  return settle(branch.position);
}

function settle({ outcome }: Position): Done {
  if (outcome && 'output' in outcome) return { result: outcome.output, news: [] };
  const failure = new StateFailure(outcome?.error ?? 'States.Runtime', outcome?.cause);
  // The event was written when the outcome arrived.
  failure.news = [];
  throw failure;
}

/** The result in the form of Step Functions: the payload in an envelope, or without one for a function's own ARN. */
async function invoke(branch: Branch, state: TaskState): Promise<Json> {
  const given = state.Arguments === undefined ? branch.position.input : await branch.evaluate(state.Arguments);
  if (FUNCTION.test(state.Resource)) return branch.around.invoke(state.Resource, given);
  const { FunctionName, Payload = {} } = given as { FunctionName?: Json; Payload?: Json };
  if (typeof FunctionName !== 'string') throw new StateFailure('States.Runtime', 'Arguments has no FunctionName');
  return {
    ExecutedVersion: '$LATEST',
    Payload: await branch.around.invoke(FunctionName, Payload),
    StatusCode: 200,
  };
}

const failed = (resource: string, { error, because }: StateFailure): News =>
  taskEvent(resource, error === 'States.Timeout' ? 'TimedOut' : 'Failed', { error, cause: because });

/** The event of an outcome that arrived by token. */
export const outcomeEvent = (resource: string, outcome: Outcome): News =>
  'output' in outcome
    ? taskEvent(resource, 'Succeeded', { output: JSON.stringify(outcome.output) })
    : taskEvent(resource, 'Failed', outcome);
