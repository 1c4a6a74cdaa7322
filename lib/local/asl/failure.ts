import type { Retrier } from './definition.ts';
import type { News } from './events.ts';

/** A state's failure. Retry and Catch match on it; if neither does, the execution ends with it. */
export class StateFailure extends Error {
  /** Error name, for example `States.Timeout` or the class name of an error that a Lambda threw. */
  readonly error: string;
  readonly because: string;
  /** Events of the failure, written together with what follows from it; undefined until the state has set them. */
  news: readonly News[] | undefined;

  constructor(error: string, because = '') {
    super(`${error}: ${because}`);
    this.error = error;
    this.because = because;
  }
}

/** Sent to everything that waits for an execution that was stopped, or for a platform that closes. */
export class Abandoned extends Error {}

/** Failures that States.ALL does not catch (spec, "Errors"). */
const TERMINAL = new Set(['States.DataLimitExceeded', 'States.Runtime']);

/** Whether a retrier's or catcher's ErrorEquals names this error. */
export const matches = (errorEquals: readonly string[], error: string): boolean =>
  errorEquals.includes(error) ||
  (errorEquals.includes('States.ALL') && !TERMINAL.has(error)) ||
  (errorEquals.includes('States.TaskFailed') && error !== 'States.Timeout' && !TERMINAL.has(error));

/** Milliseconds before attempt `count + 1` of this retrier, or undefined if no attempt is left. */
export function retryDelay(retrier: Retrier, count: number, random: () => number = Math.random): number | undefined {
  const { IntervalSeconds = 1, MaxAttempts = 3, BackoffRate = 2, MaxDelaySeconds = Infinity } = retrier;
  if (count >= MaxAttempts) return undefined;
  const seconds = Math.min(IntervalSeconds * BackoffRate ** count, MaxDelaySeconds);
  return 1000 * seconds * (retrier.JitterStrategy === 'FULL' ? random() : 1);
}
