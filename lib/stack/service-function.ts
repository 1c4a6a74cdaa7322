import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { AssetHashType, DockerImage, Duration, Stack } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  CfnFunction,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { concurrency } from './concurrency.ts';
import { createLogGroup } from './log-group.ts';
import { provide, type Estate } from './needs.ts';
import type { FunctionSource } from './sources.ts';

/** Tells the local platform which source stands behind a function of the template. */
export const ENTRY_METADATA = 'e-akimat:entry';

/** X-Ray has no resources to name (AWS service authorization reference, AWS X-Ray). */
export const traceStatement = () =>
  new PolicyStatement({ actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], resources: ['*'] });

/** Folder of a verb's bundle; asked only when the stack is bundled at all. */
export type Bundles = (verb: string) => string;

export interface ServiceFunctionProps {
  readonly root: string;
  readonly source: FunctionSource;
  readonly estate: Estate;
  readonly bundles: Bundles;
}

/** One Lambda with its own role and log group; variables and rights are those of its needs. */
export class ServiceFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly source: FunctionSource;

  constructor(scope: Construct, id: string, { root, source, estate, bundles }: ServiceFunctionProps) {
    super(scope, id);
    this.source = source;
    const functionName = `${Stack.of(this).stackName}-${source.verb}`;
    const logGroup = createLogGroup(this, 'Logs', `/aws/lambda/${functionName}`, estate.keys.operations);
    const { environment, statements } = provide(source.needs, estate);
    this.lambda = new LambdaFunction(this, 'Function', {
      functionName,
      description: source.route ?? `${source.area}: ${source.verb}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: codeOf(root, source, bundles),
      memorySize: source.memory,
      timeout: Duration.seconds(source.timeout),
      ...reserve(source),
      environment: { NODE_OPTIONS: '--enable-source-maps', ...environment },
      role: this.createRole(logGroup, statements).withoutPolicyUpdates(),
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
    });
    (this.lambda.node.defaultChild as CfnFunction).addMetadata(ENTRY_METADATA, source.entry);
  }

  /** Its policy is written whole, here, so that the template shows a function's rights in one place. */
  private createRole(logGroup: ILogGroup, statements: PolicyStatement[]) {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        Needs: new PolicyDocument({
          minimize: true,
          statements: [
            new PolicyStatement({
              actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
              resources: [logGroup.logGroupArn],
            }),
            traceStatement(),
            ...statements,
          ],
        }),
      },
    });
    acknowledge(role, {
      'AwsSolutions-IAM5[Resource::*]': 'X-Ray knows no resources; the statement has only its actions.',
    });
    return role;
  }
}

const reserve = ({ verb }: FunctionSource) => {
  const reservedConcurrentExecutions = Object.hasOwn(concurrency, verb) ? concurrency[verb] : undefined;
  return reservedConcurrentExecutions === undefined ? {} : { reservedConcurrentExecutions };
};

/** esbuild runs in this process; the image is never used, CDK only wants one to be named. */
function codeOf(root: string, { verb }: FunctionSource, bundles: Bundles) {
  const tryBundle = (folder: string) => {
    cpSync(bundles(verb), folder, { recursive: true });
    return true;
  };
  return Code.fromAsset(join(root, 'functions', verb), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: { image: DockerImage.fromRegistry('none'), local: { tryBundle } },
  });
}
