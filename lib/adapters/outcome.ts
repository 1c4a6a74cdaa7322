import { channel } from 'node:diagnostics_channel';
import { readEnvironment } from './environment.ts';
import { logOutcome } from './log.ts';

/** `refused`: said no, as it should. `failed`: could not do its work; alarms count these. */
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

/** What was called, in the words of the contract or of the regulation's table; identifiers that machines gave. */
export type Called = Readonly<Record<'route' | 'row' | 'requestId' | 'request' | 'incident', string>>;

/** A call that ended, as the local platform counts it. */
export interface Counted extends Pick<Ending, 'outcome'> {
  readonly area: string;
  readonly milliseconds: number;
}

/** The same figures that CloudWatch takes out of the log line, for whoever runs functions in one process. */
export const outcomeChannel = channel('e-akimat:outcome');

/** Name of the one metric: its count says how many, its percentiles how long. */
const METRIC = 'milliseconds';

/** What a UUID or a ULID looks like. Whatever else stands in its place was not given by a machine and is not logged. */
const IDENTIFIER = /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\dA-HJKMNP-TV-Z]{26})$/;

/** The identifier under its name, or nothing. */
export const identifier = <Name extends keyof Called>(name: Name, value: unknown): Partial<Called> =>
  typeof value === 'string' && IDENTIFIER.test(value) ? { [name]: value } : {};

/**
 * Writes one line about each call of a function that has ended, from which CloudWatch makes the metrics of its area
 * (embedded metric format, docs/decisions/0024). Read where a handler is loaded, so that the area is its function's.
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
