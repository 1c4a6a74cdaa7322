import { systemClock, type Clock } from '../clock.ts';
import { Branch, number, numberEvents, type Invoke, type Surroundings } from './branch.ts';
import type { Json, RootMachine } from './definition.ts';
import { executionEnded, executionStarted, stateEntered, type HistoryEvent, type News } from './events.ts';
import type { Execution, Outcome, Position, Summary } from './execution.ts';
import { Abandoned, StateFailure } from './failure.ts';
import { runBranch } from './run.ts';
import { startOf } from './states/parallel.ts';
import { outcomeEvent } from './states/task.ts';
import { openStore, type Store } from './store.ts';

export interface MachineEntry {
  readonly arn: string;
  readonly roleArn: string;
  readonly definition: RootMachine;
}

export interface EngineOptions {
  /** The journal's folder. */
  readonly folder: string;
  readonly machines: readonly MachineEntry[];
  readonly invoke: Invoke;
  readonly newId: () => string;
  readonly clock?: Clock;
  /** Hears every event of an execution's history when it happens. */
  readonly heard?: (events: readonly HistoryEvent[]) => void;
  /** The journal is compacted after it has grown by this much; tests set it low. */
  readonly compactBytes?: number;
}

export type Engine = Awaited<ReturnType<typeof openEngine>>;

export type Started =
  { readonly execution: Summary } | { readonly reason: 'machine-does-not-exist' | 'execution-already-exists' };

/** `gone`: the token's task is over; `unknown`: no such token exists, or its task is over. */
export type Told = 'told' | 'gone';

/**
 * Runs state machines over a journal. Executions that were running when the process died continue where they stopped.
 * Every promise resolves when its effect is on disk.
 */
export async function openEngine(options: EngineOptions) {
  const { folder, machines, invoke, newId, clock = systemClock(), compactBytes, heard } = options;
  const store = overhear(await openStore(folder, compactBytes), heard);
  const around: Surroundings = { store, clock, invoke, newId, outcomes: new Map() };
  const byArn = new Map(machines.map((machine) => [machine.arn, machine]));
  const running = new Map<string, Branch>();
  let closing = false;

  function drive(execution: Execution) {
    const root = new Branch(around, execution, '', execution.definition);
    running.set(execution.summary.arn, root);
    complete(root).catch((error: unknown) => {
      if (error instanceof Abandoned || closing) return;
      // The journal could not be written, or the engine has a defect. Continuing would mean guessing.
      queueMicrotask(() => {
        throw error;
      });
    });
  }

  async function complete(root: Branch) {
    const { definition, summary } = root.execution;
    const limit = definition.TimeoutSeconds;
    try {
      const work = runBranch(root);
      const expiry = limit === undefined ? undefined : root.sleep(summary.started + limit * 1000);
      const output = await (expiry ? Promise.race([work, expiry.then(() => TIMED_OUT)]) : work);
      if (output === TIMED_OUT) await end(root.execution, { status: 'TIMED_OUT', error: 'States.Timeout', cause: '' });
      else await end(root.execution, { status: 'SUCCEEDED', output: output as Json });
    } catch (error) {
      if (!(error instanceof StateFailure)) throw error;
      const { error: name, because, news = [] } = error;
      await end(root.execution, { status: 'FAILED', error: name, cause: because }, news);
    }
  }

  async function end(
    execution: Execution,
    how: Pick<Summary, 'status' | 'output' | 'error' | 'cause'>,
    news: readonly News[] = [],
  ) {
    const { arn } = execution.summary;
    const { status, output, error, cause } = how;
    const details = output === undefined ? { error, cause } : { output: JSON.stringify(output) };
    const last = execution.branches.get('')?.last ?? 0;
    const events = number(execution, [...news, executionEnded(ENDINGS[status], details)], clock.now(), last);
    const durable = store.commit({ is: 'step', arn, events, end: { ...how, stopped: clock.now() } });
    running.get(arn)?.abandon();
    running.delete(arn);
    await durable;
  }

  /** Stores the answer of a token's holder, so that it counts even if the process dies before the branch has moved. */
  async function tell(token: string, outcome: Outcome): Promise<Told> {
    const held = store.tokens.get(token);
    const position = held?.execution.branches.get(held.branch);
    if (!held || !position || held.execution.summary.status !== 'RUNNING') return 'gone';
    // The deadline may have passed while the platform was down or the timer was late; then the task is over.
    if (clock.now() >= Math.min(position.deadline ?? Infinity, position.beat?.by ?? Infinity)) return 'gone';
    const events = number(held.execution, [outcomeEvent(WAITING, outcome)], clock.now(), position.last);
    const set = { [held.branch]: { ...position, outcome, last: events.at(-1)?.id ?? position.last } };
    const durable = store.commit({ is: 'step', arn: held.execution.summary.arn, set, events });
    await durable;
    around.outcomes.get(token)?.();
    around.outcomes.delete(token);
    return 'told';
  }

  for (const execution of store.executions.values()) if (execution.summary.status === 'RUNNING') drive(execution);

  return {
    machines: byArn as ReadonlyMap<string, MachineEntry>,
    /** The running executions, and those that ended recently. */
    executions: store.executions,

    /** The name and input of a running execution return that execution again (StartExecution is idempotent). */
    async start(machineArn: string, name: string, input: Json): Promise<Started> {
      const machine = byArn.get(machineArn);
      if (!machine) return { reason: 'machine-does-not-exist' };
      const arn = `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;
      const archived = await store.find(arn);
      const known = store.executions.get(arn)?.summary ?? archived;
      if (known) {
        const same = known.status === 'RUNNING' && JSON.stringify(known.input) === JSON.stringify(input);
        if (!same) return { reason: 'execution-already-exists' };
        await store.durable();
        return { execution: known };
      }
      const summary: Summary = { arn, name, machineArn, started: clock.now(), input, status: 'RUNNING' };
      await begin(machine, summary);
      return { execution: summary };
    },

    stop: async (arn: string, error: string, cause: string): Promise<Summary | undefined> => {
      const execution = store.executions.get(arn);
      if (execution?.summary.status === 'RUNNING') await end(execution, { status: 'ABORTED', error, cause });
      return execution?.summary ?? store.find(arn);
    },

    /** The machine that waits for the token. */
    machineOf: (token: string) => store.tokens.get(token)?.execution.summary.machineArn,

    succeed: (token: string, output: Json) => tell(token, { output }),
    fail: (token: string, error: string, cause: string) => tell(token, { error, cause }),

    async heartbeat(token: string): Promise<Told> {
      const held = store.tokens.get(token);
      const position = held?.execution.branches.get(held.branch);
      if (!held || !position) return 'gone';
      const beat = position.beat && { every: position.beat.every, by: clock.now() + position.beat.every };
      const set = { [held.branch]: { ...position, ...(beat && { beat }) } };
      await store.commit({ is: 'step', arn: held.execution.summary.arn, set });
      return 'told';
    },

    /** Data of an execution, whether it runs or has ended. */
    find: store.find,
    history: store.history,
    summaries: store.summaries,

    /** Stops; every execution keeps its position. */
    async close() {
      closing = true;
      for (const root of running.values()) root.abandon();
      await store.close();
    },
  };

  async function begin({ definition, roleArn }: MachineEntry, summary: Summary) {
    const { arn, input, started } = summary;
    const first = stateEntered(startOf(definition), definition.StartAt, input);
    const position: Position = { state: definition.StartAt, input, variables: {}, entered: started, last: 2 };
    const events = numberEvents([executionStarted(input, roleArn), first], started, 0, 1);
    const branches = { '': position };
    await store.commit({ is: 'execution', definition: store.define(definition), summary, branches, events });
    const execution = store.executions.get(arn);
    if (execution?.summary.status === 'RUNNING') drive(execution);
  }
}

const TIMED_OUT = Symbol('the execution timed out');
const WAITING = 'arn:aws:states:::lambda:invoke.waitForTaskToken';
const ENDINGS = {
  RUNNING: 'Aborted',
  SUCCEEDED: 'Succeeded',
  FAILED: 'Failed',
  TIMED_OUT: 'TimedOut',
  ABORTED: 'Aborted',
} as const;

const overhear = (store: Store, heard: EngineOptions['heard']): Store =>
  heard
    ? {
        ...store,
        commit: (entry) => {
          if ('events' in entry) heard(entry.events ?? []);
          return store.commit(entry);
        },
      }
    : store;
