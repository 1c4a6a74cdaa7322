import type { Clock } from '../clock.ts';
import type { Json, JsonObject, Machine, State, Template } from './definition.ts';
import type { HistoryEvent, News } from './events.ts';
import type { BranchId, Execution, Position } from './execution.ts';
import { Abandoned, StateFailure } from './failure.ts';
import { evaluate, type Bindings } from './query.ts';
import type { Store } from './store.ts';

/** Calls a Lambda by name or ARN. @throws StateFailure with the function's error, as Step Functions names it */
export type Invoke = (functionName: string, payload: Json) => Promise<Json>;

export interface Surroundings {
  readonly store: Store;
  readonly clock: Clock;
  readonly invoke: Invoke;
  readonly newId: () => string;
  /** Emitted when a token's outcome has arrived; the key is the token. */
  readonly outcomes: Map<string, () => void>;
}

/** One branch of a running execution: it reads its position, moves it, sleeps, and stops when it is aborted. */
export class Branch {
  readonly around: Surroundings;
  readonly execution: Execution;
  readonly id: BranchId;
  readonly machine: Machine;
  readonly signal: AbortSignal;
  readonly #abandon = new AbortController();

  constructor(around: Surroundings, execution: Execution, id: BranchId, machine: Machine, parent?: AbortSignal) {
    this.around = around;
    this.execution = execution;
    this.id = id;
    this.machine = machine;
    this.signal = parent ? AbortSignal.any([parent, this.#abandon.signal]) : this.#abandon.signal;
  }

  get position(): Position {
    const position = this.execution.branches.get(this.id);
    if (!position) throw new Abandoned('the branch is gone');
    return position;
  }

  get state(): State {
    const state = this.machine.States[this.position.state];
    if (!state) throw new StateFailure('States.Runtime', `there is no state ${this.position.state}`);
    return state;
  }

  /** Ids of the branches below this one that are in the store. */
  get below(): BranchId[] {
    return [...this.execution.branches.keys()].filter((each) => each.startsWith(`${this.id}/`));
  }

  child = (index: number, machine: Machine) =>
    new Branch(this.around, this.execution, `${this.id}/${index}`, machine, this.signal);

  abandon = () => this.#abandon.abort(new Abandoned('the branch is over'));

  /** Takes effect at once; the promise resolves when it is on disk. */
  async keep(change: Partial<Position>, news: readonly News[] = [], more: Readonly<Record<BranchId, Position>> = {}) {
    await this.#write({ ...this.position, ...change }, news, more, []);
  }

  /** Enters `state`; data of the state before are dropped. */
  async enter(state: string, input: Json, assigned: JsonObject, news: readonly News[]) {
    const variables = { ...this.position.variables, ...assigned };
    const { item, last } = this.position;
    const next = { state, input, variables, entered: this.around.clock.now(), last, ...(item && { item }) };
    await this.#write(next, news, {}, this.below);
  }

  /** Repeats the state; data of the failed attempt are dropped. */
  async again(retries: readonly number[], retryAt: number, news: readonly News[]) {
    const { state, input, variables, entered, item, last } = this.position;
    const next = { state, input, variables, entered, retries, retryAt, last, ...(item && { item }) };
    await this.#write(next, news, {}, this.below);
  }

  async #write(position: Position, news: readonly News[], more: Record<BranchId, Position>, drop: readonly BranchId[]) {
    this.signal.throwIfAborted();
    const events = number(this.execution, news, this.around.clock.now(), position.last);
    const set = { ...more, [this.id]: { ...position, last: events.at(-1)?.id ?? position.last } };
    const { arn } = this.execution.summary;
    await this.around.store.commit({ is: 'step', arn, set, drop, events });
    this.signal.throwIfAborted();
  }

  sleep = (time: number, signal = this.signal) => this.around.clock.until(time, signal);

  /** A template's value in this state; `states` adds `result` or `errorOutput` to `$states`. */
  async evaluate(template: Template, states: Readonly<Record<string, unknown>> = {}): Promise<Json> {
    const value = await evaluate(template, this.#bindings(states));
    this.signal.throwIfAborted();
    return value;
  }

  #bindings(states: Readonly<Record<string, unknown>>): Bindings {
    const { input, variables } = this.position;
    return { ...variables, states: { input, context: this.context, ...states } };
  }

  /** The context object (developer guide, "Accessing execution data from the Context object"). */
  get context() {
    const { state, entered, retries = [], token, item } = this.position;
    const { arn, name, started, input, machineArn } = this.execution.summary;
    return {
      Execution: { Id: arn, Input: input, Name: name, StartTime: iso(started), RedriveCount: 0 },
      StateMachine: { Id: machineArn, Name: machineArn.split(':').at(-1) ?? '' },
      State: {
        Name: state,
        EnteredTime: iso(entered),
        RetryCount: retries.reduce((sum, each) => sum + (each ?? 0), 0),
      },
      ...(token !== undefined && { Task: { Token: token } }),
      ...(item && { Map: { Item: item } }),
    };
  }
}

const iso = (time: number) => new Date(time).toISOString();

/** Numbers an execution's next events; each follows the one before it in its branch. */
export const number = (execution: Execution, news: readonly News[], timestamp: number, last: number) =>
  numberEvents(news, timestamp, last, (execution.history.at(-1)?.id ?? 0) + 1);

export const numberEvents = (news: readonly News[], timestamp: number, last: number, first: number): HistoryEvent[] =>
  news.map((each, i) => ({ id: first + i, previousEventId: i === 0 ? last : first + i - 1, timestamp, ...each }));
