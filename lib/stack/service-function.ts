import { cpSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AssetHashType, DockerImage, Duration } from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';
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
import { concurrency } from './concurrency.ts';
import { functionName } from './names.ts';
import { provide, type Holdings } from './needs.ts';
import type { FunctionSource } from './sources.ts';
import type { Stage } from './stages.ts';

/** Tells the local platform from which source a function of the template was made. */
const ENTRY_METADATA = 'e-akimat:entry';

/** Folder of a verb's bundle; called only if the stack is bundled. */
export type Bundles = (verb: string) => string;

export interface ServiceFunctionProps {
  readonly root: string;
  readonly source: FunctionSource;
  readonly estate: Holdings;
  readonly stage: Stage;
  readonly bundles: Bundles;
  readonly role: IRole;
  readonly logGroup: ILogGroup;
}

/** One Lambda; its variables and rights come from its needs. */
export class ServiceFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly source: FunctionSource;

  constructor(scope: Construct, id: string, given: ServiceFunctionProps) {
    super(scope, id);
    const { root, source, estate, stage, bundles, role, logGroup } = given;
    this.source = source;
    this.lambda = new LambdaFunction(this, 'Function', {
      functionName: functionName(stage.prefix, source.verb),
      description: source.route ?? `${source.area}: ${source.verb}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: stage.architecture === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64,
      handler: 'index.handler',
      code: codeOf(root, source, bundles),
      memorySize: source.memory,
      timeout: Duration.seconds(source.timeout),
      ...(stage.reservesConcurrency && reserve(source)),
      environment: {
        NODE_OPTIONS: '--enable-source-maps',
        AREA: source.area,
        METRICS_NAMESPACE: stage.prefix,
        ...provide(source.needs, estate).environment,
      },
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
    });
    (this.lambda.node.defaultChild as CfnFunction).addMetadata(ENTRY_METADATA, source.entry);
  }
}

const reserve = ({ verb }: FunctionSource) => {
  const reservedConcurrentExecutions = Object.hasOwn(concurrency, verb) ? concurrency[verb] : undefined;
  return reservedConcurrentExecutions === undefined ? {} : { reservedConcurrentExecutions };
};

/** esbuild runs in this process. CDK requires an image to be named but never uses it here. */
function codeOf(root: string, { verb, entry }: FunctionSource, bundles: Bundles) {
  const tryBundle = (folder: string) => {
    cpSync(bundles(verb), folder, { recursive: true });
    return true;
  };
  return Code.fromAsset(join(root, dirname(entry)), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: { image: DockerImage.fromRegistry('none'), local: { tryBundle } },
  });
}
