import { channel } from 'node:diagnostics_channel';
import { readEnvironment } from './environment.ts';
import { logOutcome } from './log.ts';

/** `refused`: an expected refusal. `failed`: it could not do its work; alarms count these. */
export const outcomes = ['done', 'refused', 'failed'] as const;
export type Outcome = (typeof outcomes)[number];

/** How a call ended. */
interface Ending {
  readonly outcome: Outcome;
  /** `done`, or the code of lib/domain/problem/codes.ts. */
  readonly code: string;
  /** Of a failure: what was thrown. */
  readonly error?: unknown;
}

/** What was called: the route of the contract or the row of the regulation's table; and identifiers made by machines. */
export type Called = Readonly<Record<'route' | 'row' | 'requestId' | 'request' | 'incident', string>>;

/** A call that ended, as the local platform counts it. */
export interface Counted extends Pick<Ending, 'outcome'> {
  readonly area: string;
  readonly milliseconds: number;
}

/** The figures that CloudWatch reads from the log line, for a platform that runs functions in one process. */
export const outcomeChannel = channel('e-akimat:outcome');

/** Name of the only metric: its count says how many calls, its percentiles how long they took. */
const METRIC = 'milliseconds';

/** The form of a UUID or a ULID. Any other value was not made by a machine and is not logged. */
const IDENTIFIER = /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\dA-HJKMNP-TV-Z]{26})$/;

/** The identifier under its name, or nothing. */
export const identifier = <Name extends keyof Called>(name: Name, value: unknown): Partial<Called> =>
  typeof value === 'string' && IDENTIFIER.test(value) ? { [name]: value } : {};

/**
 * Writes one line when a call of a function ends. CloudWatch makes the area's metrics from it (embedded metric format,
 * docs/decisions/0024). Made when a handler loads, so that the area is that of its function.
 */
export function openOutcomes(environment: Readonly<Record<string, string | undefined>>) {
  const { AREA: area, METRICS_NAMESPACE } = readEnvironment(environment, 'AREA', 'METRICS_NAMESPACE');
  return function begin() {
    const began = performance.now();
    return function end({ outcome, code, error }: Ending, called: Partial<Called>) {
      const milliseconds = Math.round(performance.now() - began);
      outcomeChannel.publish({ area, outcome, milliseconds } satisfies Counted);
      const metrics = { Namespace: METRICS_NAMESPACE, Dimensions: [['area', 'outcome']], Metrics: [metric] };
      const _aws = { Timestamp: Date.now(), CloudWatchMetrics: [metrics] };
      logOutcome({ area, outcome, code, milliseconds, ...called, _aws }, error);
    };
  };
}

const metric = { Name: METRIC, Unit: 'Milliseconds' };
