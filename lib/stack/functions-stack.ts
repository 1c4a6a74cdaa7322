import { join } from 'node:path';
import { CfnOutput, Stack, Token, type StackProps } from 'aws-cdk-lib';
import { LogGroup, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { createApi, type AccessRules } from './api.ts';
import { bundleFunctions } from './bundle.ts';
import type { DataStack } from './data-stack.ts';
import { createFirewall } from './firewall.ts';
import type { ProblemTexts } from './gateway-responses.ts';
import { functionLogs, machineArn, pascalCase } from './names.ts';
import { createMailEvents } from './mail.ts';
import type { Holdings } from './needs.ts';
import { declareParameters } from './parameters.ts';
import { createRoles } from './roles.ts';
import { createSchedules } from './schedules.ts';
import { ServiceFunction } from './service-function.ts';
import { areasOf, type Sources } from './sources.ts';
import type { Stage } from './stages.ts';

export interface FunctionsProps extends StackProps {
  readonly sources: Sources;
  readonly accessRules: AccessRules;
  readonly problems: ProblemTexts;
  readonly stage: Stage;
  readonly data: DataStack;
}

/** Functions, the API in front of them with its firewall, and the schedules. */
export class FunctionsStack extends Stack {
  constructor(scope: Construct, id: string, given: FunctionsProps) {
    const { sources, accessRules, problems, stage, data, ...props } = given;
    super(scope, id, props);
    const { keys, buckets, table, journal } = data;
    const estate: Holdings = {
      table,
      journal,
      buckets,
      keys,
      parameters: declareParameters(this, stage),
      machineArnPrefix: machineArn(this, stage.prefix, ''),
      prefix: stage.prefix,
    };
    this.acknowledgePatterns(data, stage.prefix);

    // The data stack makes them. They are named here and not imported: nineteen exports would be nineteen things that cannot change.
    const named = new Construct(this, 'Logs');
    const areas = areasOf(sources.functions).map(
      (area) => [area, LogGroup.fromLogGroupName(named, pascalCase(area), functionLogs(stage.prefix, area))] as const,
    );
    const byArea = new Map<string, ILogGroup>(areas);
    const logs = (area: string) => {
      const found = byArea.get(area);
      if (!found) throw new Error(`${area} has no log group`);
      return found;
    };
    const roleOf = createRoles(new Construct(this, 'Roles'), sources.functions, { estate, logs });

    let bundled: string | undefined;
    const bundles = (verb: string) => join((bundled ??= bundleFunctions(sources.root, sources.functions)), verb);
    // A scope of their own, so that a verb's name cannot collide with another part of the stack.
    const verbs = new Construct(this, 'Functions');
    const functions = sources.functions.map((source) => {
      const own = { source, role: roleOf(source), logGroup: logs(source.area) };
      return new ServiceFunction(verbs, pascalCase(source.verb), {
        ...own,
        root: sources.root,
        estate,
        stage,
        bundles,
      });
    });
    const api = createApi(this, { functions, accessRules, problems, logKey: keys.operations, stage });
    createFirewall(this, api.deploymentStage, stage, problems);
    createSchedules(this, functions);
    createMailEvents(this, functions, stage);
    new CfnOutput(this, 'ApiUrlOutput', { value: api.url });
  }

  /** Keys of objects and names of machines are made at run time, so a right on them names how they begin. */
  private acknowledgePatterns(data: DataStack, prefix: string) {
    const reason = 'The objects of one bucket, and only for functions that need them (lib/stack/functions.ts).';
    for (const bucket of Object.values(data.buckets)) {
      const name = nameForNag(data, bucket);
      acknowledge(this, {
        [`AwsSolutions-IAM5[Resource::${name}/*]`]: reason,
        [`AwsSolutions-IAM5[Resource::${name}/crls/*]`]: reason,
        [`AwsSolutions-IAM5[Resource::${name}/refused/*]`]: reason,
        [`AwsSolutions-IAM5[Resource::${name}/registers/*]`]: reason,
        [`AwsSolutions-IAM5[Resource::${name}/journal/*]`]: reason,
      });
    }
    const machines = `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:stateMachine:${prefix}-*`;
    acknowledge(this, {
      [`AwsSolutions-IAM5[Resource::${machines}]`]:
        'The machines of this stage, and only for functions that need them.',
    });
  }
}

/** cdk-nag names a bucket of another stack by its export, and an attached bucket by its ARN. */
function nameForNag(data: DataStack, bucket: IBucket): string {
  if (!Token.isUnresolved(bucket.bucketName)) return `arn:<AWS::Partition>:s3:::${bucket.bucketName}`;
  const exported = data.resolve(data.exportValue(bucket.bucketArn)) as { 'Fn::ImportValue': string };
  return exported['Fn::ImportValue'];
}
