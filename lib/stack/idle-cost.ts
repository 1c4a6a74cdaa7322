import type { Prices } from './prices.ts';

/** How long a scheduled run takes that finds nothing to do. Assumed, not measured on AWS. */
const EMPTY_RUN = { seconds: 0.3, logBytes: 1500 };
const MINUTES_IN_A_MONTH = 730 * 60;
/** With detailed metrics: Count, Latency, IntegrationLatency, 4XXError, 5XXError. */
const METRICS_A_METHOD = 5;
/** An area's outcomes: done, refused, failed. */
const METRICS_AN_AREA = 3;

interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}
export interface Line {
  readonly what: string;
  readonly count: number;
  /** A month. */
  readonly dollars: number;
}

/** What the templates cost in a month without any use. Stored data is not included. */
export function idleCost(
  templates: readonly { readonly Resources: Readonly<Record<string, Resource>> }[],
  prices: Prices,
): Line[] {
  const all = templates.flatMap(({ Resources }) => Object.entries(Resources));
  const of = (type: string) => all.filter(([, { Type }]) => Type === type).map(([, { Properties = {} }]) => Properties);
  const line = (what: string, count: number, price: number): Line => ({ what, count, dollars: count * price });
  const rules = of('AWS::WAFv2::WebACL').flatMap(({ Rules = [] }) => Rules as unknown[]);
  // A rule without a schedule waits for events, and costs nothing without events.
  const scheduled = of('AWS::Events::Rule').filter(({ EventPattern }) => EventPattern === undefined);
  const runs = scheduled.reduce((sum, rule) => sum + MINUTES_IN_A_MONTH / minutesOf(rule), 0);
  const run = prices.call + EMPTY_RUN.seconds * 0.5 * prices.gigabyteSecond;
  return [
    line('keys (KMS)', of('AWS::KMS::Key').length, prices.key),
    line('firewall (WAF)', of('AWS::WAFv2::WebACL').length, prices.firewall),
    line('rules of the firewall', rules.length, prices.firewallRule),
    line(
      'metrics in alarms',
      of('AWS::CloudWatch::Alarm').reduce((sum, each) => sum + metricsIn(each), 0),
      prices.alarmMetric,
    ),
    line('metrics out of logs', of('AWS::Logs::MetricFilter').length, prices.customMetric),
    line('dashboards', of('AWS::CloudWatch::Dashboard').length, prices.dashboard),
    line('runs of schedules (512 MB)', Math.round(runs), run),
    line('traces of these runs', Math.round(runs), prices.trace),
    line('log lines of these runs', Math.round(runs), (EMPTY_RUN.logBytes / 1e9) * prices.logs),
  ];
}

/** The highest price of the areas' metrics: calls of every area with every outcome in every hour of a month. */
export const areaMetrics = (areas: number, prices: Prices) =>
  metrics('metrics of areas, if all are used all the time', areas * METRICS_AN_AREA, prices);

/** What the API's detailed metrics would cost on the same basis; they are off (docs/decisions/0024). */
export const methodMetrics = (operations: number, prices: Prices) =>
  metrics('metrics of single routes, if they were on', operations * METRICS_A_METHOD, prices);

const metrics = (what: string, count: number, { customMetric }: Prices): Line => ({
  ...{ what, count, dollars: count * customMetric },
});

/** An alarm on an expression is charged for each metric in it. */
const metricsIn = ({ Metrics }: Readonly<Record<string, unknown>>) =>
  Array.isArray(Metrics) ? (Metrics as { MetricStat?: unknown }[]).filter(({ MetricStat }) => MetricStat).length : 1;

function minutesOf({ ScheduleExpression }: Readonly<Record<string, unknown>>): number {
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(String(ScheduleExpression)) ?? [];
  const minutes = { minute: 1, hour: 60, day: 1440 }[unit];
  if (minutes === undefined) throw new Error(`nothing is known of the price of ${String(ScheduleExpression)}`);
  return Number(count) * minutes;
}
