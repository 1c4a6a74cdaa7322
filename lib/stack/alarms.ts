import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  MathExpression,
  Metric,
  TreatMissingData,
  type AlarmProps,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { FilterPattern, LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Area } from './functions.ts';
import { LIVE } from './api.ts';
import { functionName, machineLogs, pascalCase } from './names.ts';
import { schedules } from './schedules.ts';
import type { FunctionSource } from './sources.ts';
import { createSweepAlarms } from './sweep-alarms.ts';

/** Who is harmed when an area fails, and how many failures in five minutes are worth waking somebody. */
const harms = {
  identity: ['People cannot sign in', 3],
  accounts: ['People cannot register, or change what is kept of them', 3],
  catalogue: ['Nobody can read which services there are or how to call them', 3],
  verification: ['Documents and signatures cannot be checked by those who were given them', 3],
  site: ['Nobody can open the pages of the service', 3],
  drafts: ['Citizens cannot prepare their applications', 3],
  submission: ["Citizens' submissions fail", 1],
  cabinet: ['Citizens cannot see their requests, notices and documents', 3],
  queue: ['Officers cannot see or take their work', 3],
  decisions: ["Officers' decisions and signatures fail", 1],
  intake: ['Submitted requests are neither confirmed nor turned away', 1],
  steps: ['Requests do not move to the next step', 1],
  clocks: ['Work does not reach officers, or nobody is reminded of its term', 1],
  outputs: ['Certificates are not made or not delivered', 1],
  schedule: ['What was recorded but not started is not repeated, or trust in signatures grows old', 2],
} as const satisfies Record<Area, readonly [harm: string, failures: number]>;

const FIVE_MINUTES = Duration.minutes(5);
const METRICS_IN_AN_ALARM = 10;

export interface AlarmsProps {
  readonly functions: readonly FunctionSource[];
  /** Begins the names of functions, their logs and the API. */
  readonly prefix: string;
  readonly topic: ITopic;
}

/** One alarm an area, and those for what stops everything; each description begins with who is harmed. */
export function createAlarms(scope: Construct, { functions, prefix, topic }: AlarmsProps) {
  const alarm = (id: string, alarmDescription: string, metric: IMetric, more: Partial<AlarmProps> = {}) =>
    new Alarm(scope, `${id}Alarm`, {
      alarmDescription,
      metric,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...more,
    }).addAlarmAction(new SnsAction(topic));

  for (const [area, [harm, threshold]] of Object.entries(harms)) {
    const metrics = functions.filter((each) => each.area === area).map((each) => failuresOf(each, prefix));
    for (const [i, some] of inParts(metrics, METRICS_IN_AN_ALARM).entries())
      alarm(`${pascalCase(area)}${i || ''}`, `${harm}.`, sum(some), { threshold });
  }
  alarm(
    'Executions',
    'Requests stand still: an execution failed, timed out or was aborted.',
    endedBadly(scope, prefix),
  );
  if (functions.some(({ verb }) => verb === 'sweep')) createSweepAlarms(scope, prefix, alarm);
  alarm(
    'Throttles',
    'Anybody may be turned away: functions wait for the concurrency of the account.',
    new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', statistic: 'Sum', period: FIVE_MINUTES }),
  );
  alarm(
    'Slow',
    'Everybody waits: one answer in a hundred takes longer than five seconds.',
    ofApi(prefix, 'Latency', { statistic: 'p99' }),
    { threshold: 5000, evaluationPeriods: 3 },
  );
  for (const { verb } of functions.filter(({ area }) => area === 'schedule'))
    alarm(`${pascalCase(verb)}Missed`, missed(verb), ofFunction(prefix, verb, 'Invocations', lateAfter(verb)), {
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: 3,
      treatMissingData: TreatMissingData.BREACHING,
    });
}

const missed = (verb: string) =>
  `${verb} has not run: ${verb === 'sweep' ? 'requests may stand still and reminders are not sent' : 'signatures soon cannot be checked'}.`;

const lateAfter = (verb: string) => Duration.minutes(Math.max(5, schedules[verb] ?? 0));

/** A route answers its failures with a 5xx, so its Lambda does not count them; other functions throw. */
function failuresOf({ verb, route }: FunctionSource, prefix: string): IMetric {
  const [method, path] = route?.split(' ') ?? [];
  if (method === undefined || path === undefined) return ofFunction(prefix, verb, 'Errors', FIVE_MINUTES);
  return ofApi(prefix, '5XXError', { statistic: 'Sum', dimensions: { Method: method, Resource: path } });
}

const ofFunction = (prefix: string, verb: string, metricName: string, period: Duration) =>
  new Metric({
    namespace: 'AWS/Lambda',
    metricName,
    dimensionsMap: { FunctionName: functionName(prefix, verb) },
    statistic: 'Sum',
    period,
  });

const ofApi = (prefix: string, metricName: string, more: { statistic: string; dimensions?: Record<string, string> }) =>
  new Metric({
    namespace: 'AWS/ApiGateway',
    metricName,
    dimensionsMap: { ApiName: prefix, Stage: LIVE, ...more.dimensions },
    statistic: more.statistic,
    period: FIVE_MINUTES,
  });

const inParts = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

const sum = (metrics: readonly IMetric[]) =>
  new MathExpression({
    expression: 'SUM(METRICS())',
    label: 'failures',
    period: FIVE_MINUTES,
    usingMetrics: Object.fromEntries(metrics.map((metric, i) => [`m${i}`, metric])),
  });

/** AWS/States counts by machine only; the machines' common log counts for all of them. */
function endedBadly(scope: Construct, prefix: string): Metric {
  return new MetricFilter(scope, 'ExecutionsEndedBadly', {
    logGroup: LogGroup.fromLogGroupName(scope, 'MachineLogs', machineLogs(prefix)),
    metricNamespace: prefix,
    metricName: 'ExecutionsEndedBadly',
    filterPattern: FilterPattern.any(
      ...['ExecutionFailed', 'ExecutionTimedOut', 'ExecutionAborted'].map((type) =>
        FilterPattern.stringValue('$.type', '=', type),
      ),
    ),
  }).metric({ statistic: 'Sum', period: FIVE_MINUTES });
}
