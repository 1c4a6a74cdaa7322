import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import { pascalCase } from './names.ts';
import type { ServiceFunction } from './service-function.ts';

/** Minutes between two runs. A failed run is not repeated, because the next one comes soon enough. */
export const schedules: Readonly<Record<string, number>> = {
  sweep: 1,
  'refresh-trust': 60,
  'count-statistics': 60,
  'seal-journal': 5,
  'erase-journal': 60,
};

export function createSchedules(scope: Construct, functions: readonly ServiceFunction[]) {
  for (const { lambda, source } of functions.filter(({ source }) => source.area === 'schedule')) {
    const minutes = schedules[source.verb];
    if (minutes === undefined) throw new Error(`${source.verb} has no time in lib/stack/schedules.ts`);
    new Rule(scope, `${pascalCase(source.verb)}Schedule`, {
      description: `Runs ${source.verb}`,
      schedule: Schedule.rate(Duration.minutes(minutes)),
      targets: [new LambdaFunction(lambda, { retryAttempts: 0, maxEventAge: Duration.minutes(1) })],
    });
  }
}
