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
import { alarmTexts, failuresOf } from './alarm-texts.ts';
import type { Area } from './functions.ts';
import { createLogAlarms } from './log-alarms.ts';
import { areasOf, endings, FIVE_MINUTES, ofApi, ofFunction } from './metrics.ts';
import { machineLogs, pascalCase } from './names.ts';
import { schedules } from './schedules.ts';
import type { FunctionSource } from './sources.ts';
import type { Stage } from './stages.ts';

const METRICS_IN_AN_ALARM = 10;

export interface AlarmsProps {
  readonly functions: readonly FunctionSource[];
  readonly stage: Pick<Stage, 'prefix' | 'runbook'>;
  readonly topic: ITopic;
}

/** Makes an alarm by its name; its text comes from alarm-texts.ts, with the address of its page in the runbook. */
export type MakeAlarm = (name: string, metric: IMetric, more?: Partial<AlarmProps>) => unknown;

/** One alarm for each area, and those for failures that stop everything. */
export function createAlarms(scope: Construct, { functions, stage, topic }: AlarmsProps) {
  const { prefix } = stage;
  const alarm: MakeAlarm = (name, metric, more = {}) =>
    new Alarm(scope, `${pascalCase(name)}Alarm`, {
      alarmName: `${prefix}-${name}`,
      alarmDescription: describe(name.replace(/-\d+$/, ''), stage.runbook),
      metric,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...more,
    }).addAlarmAction(new SnsAction(topic));

  for (const area of areasOf(functions)) {
    const metrics = failuresIn(area, functions, prefix);
    for (const [i, some] of inParts(metrics, METRICS_IN_AN_ALARM).entries())
      alarm(i === 0 ? area : `${area}-${i + 1}`, sum(some), { threshold: failuresOf(area) });
  }
  alarm('executions', endedBadly(scope, prefix));
  if (functions.some(({ verb }) => verb === 'sweep')) createLogAlarms(scope, prefix, alarm);
  alarm(
    'throttles',
    new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', statistic: 'Sum', period: FIVE_MINUTES }),
  );
  alarm('slow', ofApi(prefix, 'Latency', 'p99'), { threshold: 5000, evaluationPeriods: 3 });
  for (const { verb } of functions.filter(({ area }) => area === 'schedule'))
    alarm(`${verb}-missed`, ofFunction(prefix, verb, 'Invocations', lateAfter(verb)), {
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: 3,
      treatMissingData: TreatMissingData.BREACHING,
    });
}

function describe(name: string, runbook: string): string {
  const text = Object.hasOwn(alarmTexts, name) ? alarmTexts[name] : undefined;
  if (!text) throw new Error(`the alarm ${name} has no text in lib/stack/alarm-texts.ts`);
  return `${text.harm} What to do: ${runbook}#${name}`;
}

const lateAfter = (verb: string) => Duration.minutes(Math.max(5, schedules[verb] ?? 0));

/**
 * A route answers its failures and writes them into its log line. A call that ends without an answer, and every failure
 * of a function without a route, counts as an error of its Lambda. No failure is in both.
 */
function failuresIn(area: Area, functions: readonly FunctionSource[], prefix: string): IMetric[] {
  const own = functions.filter((each) => each.area === area);
  const answered = own.some(({ route }) => route) ? [endings(prefix, area, 'failed', 'SampleCount')] : [];
  return [...answered, ...own.map(({ verb }) => ofFunction(prefix, verb, 'Errors', FIVE_MINUTES))];
}

const inParts = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

const sum = (metrics: readonly IMetric[]) =>
  new MathExpression({
    expression: 'SUM(METRICS())',
    label: 'failures',
    period: FIVE_MINUTES,
    usingMetrics: Object.fromEntries(metrics.map((metric, i) => [`m${i}`, metric])),
  });

/** AWS/States counts each machine separately; the machines' common log counts all of them. */
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
