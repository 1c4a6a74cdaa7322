import { describe, expect, it } from '@jest/globals';
import { areaMetrics, idleCost, methodMetrics } from '../../../lib/stack/idle-cost.ts';
import { pricesIn } from '../../../lib/stack/prices.ts';

const prices = pricesIn('eu-central-1')!;

const template = (...resources: { Type: string; Properties?: Record<string, unknown> }[]) => ({
  Resources: Object.fromEntries(resources.map((each, i) => [`R${i}`, each])),
});
const priceOf = (what: string, ...templates: ReturnType<typeof template>[]) =>
  idleCost(templates, prices).find((line) => line.what.startsWith(what));

describe('the price of an idle stage', () => {
  it('includes all stacks', () => {
    const key = { Type: 'AWS::KMS::Key' };
    expect(priceOf('keys', template(key), template(key, key))).toMatchObject({ count: 3, dollars: 3 });
  });

  it('counts an alarm on an expression by its metrics', () => {
    const sum = { Expression: 'SUM(METRICS())' };
    const Metrics = [sum, { MetricStat: {} }, { MetricStat: {} }];
    const alarms = template(
      { Type: 'AWS::CloudWatch::Alarm', Properties: { Metrics } },
      { Type: 'AWS::CloudWatch::Alarm', Properties: { MetricName: 'Errors' } },
    );
    expect(priceOf('metrics in alarms', alarms)?.count).toBe(3);
    expect(priceOf('metrics in alarms', alarms)?.dollars).toBeCloseTo(0.3);
  });

  it('counts the runs of a month', () => {
    const every = (ScheduleExpression: string) =>
      template({ Type: 'AWS::Events::Rule', Properties: { ScheduleExpression } });
    expect(priceOf('runs', every('rate(1 minute)'), every('rate(1 hour)'))?.count).toBe(730 * 60 + 730);
    expect(() => idleCost([every('cron(0 1 * * ? *)')], prices)).toThrow(
      'nothing is known of the price of cron(0 1 * * ? *)',
    );
  });

  it('lists separately what depends on use', () => {
    expect(areaMetrics(15, prices)).toMatchObject({ count: 45, dollars: 13.5 });
    expect(methodMetrics(10, prices)).toMatchObject({ count: 50, dollars: 15 });
  });
});
