import { Duration } from 'aws-cdk-lib';
import type { AlarmProps, IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, LogGroup, MetricFilter, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { functionLogs, pascalCase } from './names.ts';

/** Who is harmed when the sweeper has tried in vain for a quarter of an hour to do what is due; its log names the items. */
export const sweepHarms = {
  restart: 'Submitted requests stand still: the sweeper cannot start their machines.',
  signal: "Requests stand still after an officer's work: the sweeper cannot tell their machines the outcome.",
  lapse: 'Families in a queue wait in vain: the sweeper cannot end offers that nobody has answered.',
  expiry: 'Forms and scans of citizens are kept for too long: the sweeper cannot discard expired drafts.',
  mail: 'Applicants are not told what became of their requests: the sweeper cannot send their notices.',
  account: 'People are not told what happened to their accounts: the sweeper cannot send their notices.',
} as const;

interface Logs {
  readonly prefix: string;
  readonly group: ILogGroup;
}
type Alarm = (id: string, description: string, metric: IMetric, more?: Partial<AlarmProps>) => unknown;

/** An alarm a kind of what is due, and one for a sweeper that does not come to the end of it. */
export function createSweepAlarms(scope: Construct, prefix: string, alarm: Alarm): void {
  const logs: Logs = {
    prefix,
    group: LogGroup.fromLogGroupName(scope, 'ScheduleLogs', functionLogs(prefix, 'schedule')),
  };
  const stuck = countOf(scope, 'SweepStuck', '$.stuck', logs, { kind: '$.kind' });
  for (const [kind, harm] of Object.entries(sweepHarms))
    alarm(`SweepStuck${pascalCase(kind)}`, harm, stuck.metric({ ...fiveMinutes, dimensionsMap: { kind } }));
  const behind = countOf(scope, 'SweepBehind', '$.behind', logs);
  alarm(
    'SweepBehind',
    'Anybody may wait: the sweeper does not come to the end of what is due.',
    behind.metric(fiveMinutes),
    { evaluationPeriods: 3 },
  );
}

const fiveMinutes = { statistic: 'Sum', period: Duration.minutes(5) };

/** The sweeper logs once a run and kind how many items were due, failed, are stuck, and how many lanes it left behind. */
const countOf = (
  scope: Construct,
  metricName: string,
  field: string,
  { prefix, group }: Logs,
  dimensions?: Readonly<Record<string, string>>,
) =>
  new MetricFilter(scope, metricName, {
    logGroup: group,
    metricNamespace: prefix,
    metricName,
    metricValue: field,
    ...(dimensions && { dimensions }),
    filterPattern: FilterPattern.all(
      FilterPattern.stringValue('$.message', '=', 'swept'),
      FilterPattern.numberValue(field, '>', 0),
    ),
  });
