import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { LIVE } from './api.ts';
import type { Area } from './functions.ts';
import { functionName } from './names.ts';
import type { FunctionSource } from './sources.ts';

export const FIVE_MINUTES = Duration.minutes(5);

/** The outcomes of calls. lib/adapters/outcome.ts writes them; a test compares the two. */
export const outcomes = ['done', 'refused', 'failed'] as const;

/** Calls of an area with this outcome: `SampleCount` is how many, `p99` how many milliseconds they took. */
export const endings = (prefix: string, area: Area, outcome: (typeof outcomes)[number], statistic: string) =>
  new Metric({
    namespace: prefix,
    metricName: 'milliseconds',
    dimensionsMap: { area, outcome },
    statistic,
    period: FIVE_MINUTES,
  });

export const ofFunction = (prefix: string, verb: string, metricName: string, period: Duration) =>
  new Metric({
    namespace: 'AWS/Lambda',
    metricName,
    dimensionsMap: { FunctionName: functionName(prefix, verb) },
    statistic: 'Sum',
    period,
  });

/** Of the whole API. */
export const ofApi = (prefix: string, metricName: string, statistic: string) =>
  new Metric({
    namespace: 'AWS/ApiGateway',
    metricName,
    dimensionsMap: { ApiName: prefix, Stage: LIVE },
    statistic,
    period: FIVE_MINUTES,
  });

/** The areas that have functions, in the table's order. */
export const areasOf = (functions: readonly FunctionSource[]): Area[] => [
  ...new Set(functions.map(({ area }) => area)),
];
