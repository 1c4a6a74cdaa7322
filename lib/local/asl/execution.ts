import type { Json, RootMachine } from './definition.ts';
import type { HistoryEvent } from './events.ts';

/** The position of one branch of an execution. It is stored after each transition, and a restart needs nothing else. */
export interface Position {
  readonly state: string;
  readonly input: Json;
  /** Milliseconds since the epoch, like every time here. */
  readonly entered: number;
  readonly variables: Readonly<Record<string, Json>>;
  /** Attempts used up, by the index of the retrier. */
  readonly retries?: readonly number[];
  readonly retryAt?: number;
  /** The current attempt of a task. */
  readonly token?: string;
  readonly deadline?: number;
  readonly beat?: { readonly every: number; readonly by: number };
  readonly submitted?: true;
  readonly outcome?: Outcome;
  /** When a Wait ends. */
  readonly until?: number;
  /** The items of a Map, with its context object's `Map.Item`. */
  readonly items?: readonly Json[];
  readonly item?: { readonly Index: number; readonly Value: Json };
  /** The output with which the branch ended. */
  readonly done?: { readonly output: Json };
  /** Id of the branch's last event. */
  readonly last: number;
}

/** The content of SendTaskSuccess or SendTaskFailure. */
export type Outcome = { readonly output: Json } | { readonly error: string; readonly cause: string };

export type Status = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** Data of an execution besides its branches. */
export interface Summary {
  readonly arn: string;
  readonly name: string;
  readonly machineArn: string;
  readonly started: number;
  readonly input: Json;
  readonly status: Status;
  readonly stopped?: number;
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
}

/**
 * Branch ids: '' is the execution itself, '/0' and '/1' are the branches of its Parallel or the items of its Map,
 * '/1/0' is a branch inside '/1'.
 */
export type BranchId = string;

export interface Execution {
  summary: Summary;
  readonly definition: RootMachine;
  readonly branches: Map<BranchId, Position>;
  readonly history: HistoryEvent[];
}

/** A line of the journal. */
export type Entry =
  | { readonly is: 'definition'; readonly id: string; readonly definition: RootMachine }
  | {
      readonly is: 'execution';
      readonly definition: string;
      readonly summary: Summary;
      readonly branches: Readonly<Record<BranchId, Position>>;
      readonly events: readonly HistoryEvent[];
    }
  | {
      readonly is: 'step';
      readonly arn: string;
      readonly set?: Readonly<Record<BranchId, Position>>;
      readonly drop?: readonly BranchId[];
      readonly events?: readonly HistoryEvent[];
      readonly end?: Pick<Summary, 'status' | 'stopped' | 'output' | 'error' | 'cause'>;
    };
