/**
 * The part of Amazon States Language with QueryLanguage JSONata (states-language.net/spec.html) that the engine runs.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** A value in which strings `{% … %}` are JSONata expressions. */
export type Template = Json;

export type JsonObject = { readonly [name: string]: Json };

export interface Machine {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

export interface RootMachine extends Machine {
  readonly Comment?: string;
  readonly QueryLanguage?: 'JSONata' | 'JSONPath';
  readonly TimeoutSeconds?: number;
}

export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly MaxAttempts?: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: 'FULL' | 'NONE';
}

/** What follows the end of a state, a choice or a caught error. */
export interface Way {
  readonly Next?: string;
  readonly Assign?: JsonObject;
  readonly Output?: Template;
}

export interface Catcher extends Way {
  readonly ErrorEquals: readonly string[];
}

export interface Choice extends Way {
  readonly Condition: Template;
}

interface Common extends Way {
  readonly Comment?: string;
  readonly End?: boolean;
}

interface Guarded extends Common {
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
}

export interface TaskState extends Guarded {
  readonly Type: 'Task';
  readonly Resource: string;
  readonly Arguments?: Template;
  readonly TimeoutSeconds?: Template;
  readonly HeartbeatSeconds?: Template;
}

export interface ParallelState extends Guarded {
  readonly Type: 'Parallel';
  readonly Arguments?: Template;
  readonly Branches: readonly Machine[];
}

export interface MapState extends Guarded {
  readonly Type: 'Map';
  readonly Items?: Template;
  readonly ItemSelector?: Template;
  readonly ItemProcessor: Machine;
  readonly MaxConcurrency?: Template;
}

export interface PassState extends Common {
  readonly Type: 'Pass';
}

export interface WaitState extends Common {
  readonly Type: 'Wait';
  readonly Seconds?: Template;
  readonly Timestamp?: Template;
}

export interface ChoiceState extends Common {
  readonly Type: 'Choice';
  readonly Choices: readonly Choice[];
  readonly Default?: string;
}

export interface SucceedState extends Common {
  readonly Type: 'Succeed';
}

export interface FailState extends Common {
  readonly Type: 'Fail';
  readonly Error?: Template;
  readonly Cause?: Template;
}

export type State =
  TaskState | ParallelState | MapState | PassState | WaitState | ChoiceState | SucceedState | FailState;
