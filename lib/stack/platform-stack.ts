import { join } from 'node:path';
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { createAlarms } from './alarms.ts';
import { createApi, type AccessRules } from './api.ts';
import { createBuckets } from './buckets.ts';
import { bundleFunctions } from './bundle.ts';
import { createFirewall } from './firewall.ts';
import type { ProblemTexts } from './gateway-responses.ts';
import { createKeys } from './keys.ts';
import { machineArnOf, machineNameOf, Machines } from './machines.ts';
import { pascalCase } from './names.ts';
import type { Estate } from './needs.ts';
import { declareParameters } from './parameters.ts';
import { createSchedules } from './schedules.ts';
import { ServiceFunction } from './service-function.ts';
import type { Sources } from './sources.ts';
import { createTable } from './table.ts';

export interface PlatformProps extends StackProps {
  readonly sources: Sources;
  readonly accessRules: AccessRules;
  readonly problems: ProblemTexts;
}

/** The whole platform in one template; the local platform is driven by the same one. */
export class PlatformStack extends Stack {
  constructor(scope: Construct, id: string, { sources, accessRules, problems, ...props }: PlatformProps) {
    super(scope, id, props);
    const { root } = sources;
    const parameters = declareParameters(this);
    const keys = createKeys(this);
    const buckets = createBuckets(this, keys.data, parameters.publicUrl.valueAsString);
    const table = createTable(this, keys.data);
    const estate: Estate = {
      table,
      buckets,
      keys,
      parameters,
      machineArns: sources.machines.map((machine) => machineArnOf(this, machineNameOf(this, machine))),
      machineArnPrefix: machineArnOf(this, `${this.stackName}-`),
    };
    let bundled: string | undefined;
    const bundles = (verb: string) => join((bundled ??= bundleFunctions(root, sources.functions)), verb);
    // A scope of their own: no verb can be taken for another part of the stack.
    const verbs = new Construct(this, 'Functions');
    const functions = sources.functions.map(
      (source) => new ServiceFunction(verbs, pascalCase(source.verb), { root, source, estate, bundles }),
    );
    const machines = new Machines(this, 'Machines', { ...sources, functions, logKey: keys.operations });
    const api = createApi(this, { functions, accessRules, problems, logKey: keys.operations });
    createFirewall(this, api.deploymentStage);
    createSchedules(this, functions);
    const alarms = createAlarms(this, { functions, api, machineLogs: machines.logGroup, key: keys.operations });

    const outputs = {
      ApiUrl: api.url,
      TableName: table.tableName,
      TrustBucket: buckets.trust.bucketName,
      AlarmTopic: alarms.topicArn,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, `${name}Output`, { value });
  }
}
