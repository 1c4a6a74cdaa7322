import { Dashboard, GraphWidget, Metric, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { sweepKinds } from './alarm-texts.ts';
import { areasOf, endings, FIVE_MINUTES, ofApi, outcomes } from './metrics.ts';
import type { FunctionSource } from './sources.ts';

export interface DashboardProps {
  readonly functions: readonly FunctionSource[];
  /** Names of functions, logs and metrics begin with it. */
  readonly prefix: string;
}

/**
 * What the alarms watch, as lines over time: calls by area and outcome, how long they took, and how long the sweeper's
 * oldest items have waited. The local platform shows the first two at `/local/figures`.
 */
export function createDashboard(scope: Construct, { functions, prefix }: DashboardProps) {
  const areas = areasOf(functions);
  const graph = (title: string, left: readonly IMetric[]) =>
    new GraphWidget({ title, left: [...left], width: 12, height: 6 });
  const byArea = (outcome: (typeof outcomes)[number], statistic: string) =>
    areas.map((area) => endings(prefix, area, outcome, statistic).with({ label: area }));
  const oldest = Object.keys(sweepKinds).map(
    (kind) =>
      new Metric({
        namespace: prefix,
        metricName: 'SweepOldest',
        dimensionsMap: { kind },
        statistic: 'Maximum',
        period: FIVE_MINUTES,
        label: kind,
      }),
  );
  new Dashboard(scope, 'Dashboard', {
    dashboardName: prefix,
    widgets: [
      [graph('Calls that failed', byArea('failed', 'SampleCount')), graph('Calls done', byArea('done', 'SampleCount'))],
      [
        graph('Calls refused', byArea('refused', 'SampleCount')),
        graph('Milliseconds of calls done, p99', byArea('done', 'p99')),
      ],
      [
        graph("Minutes that the sweeper's oldest item has waited", oldest),
        graph('The API: answers in milliseconds', [ofApi(prefix, 'Latency', 'p50'), ofApi(prefix, 'Latency', 'p99')]),
      ],
    ],
  });
}
