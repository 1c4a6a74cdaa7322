import { App, DefaultStackSynthesizer, Validations, type AppProps, type IStackSynthesizer } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { DataStack } from './data-stack.ts';
import { FunctionsStack, type FunctionsProps } from './functions-stack.ts';
import { MachinesStack } from './machines-stack.ts';
import { chooseStage, type StageData } from './stages.ts';
import { WatchStack } from './watch-stack.ts';

/** Set here and not in cdk.json, so that every way of running the app makes the same templates. */
const features = {
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/aws-apigateway:disableCloudWatchRole': true,
  '@aws-cdk/core:stackRelativeExports': true,
  // CloudFormation applies a stack's tags to its resources; repeated in every resource they would fill the template.
  '@aws-cdk/core:explicitStackTags': true,
  // Exports and imports. CloudFormation refuses to change or delete an export in use, and a table's name should not
  // change.
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
  // CloudFormation limits the bytes of a template, and a third of them would be blanks.
  '@aws-cdk/core:suppressTemplateIndentation': true,
  // The synthesis stops at whatever CloudFormation would refuse or warn about.
  '@aws-cdk/core:validateAgainstDefaultRules': true,
};

type Given = Pick<FunctionsProps, 'sources' | 'accessRules' | 'problems'> & { readonly stages?: StageTable };
type StageTable = Readonly<Record<string, StageData>>;

/**
 * The stacks of one stage, by lifetime: data outlives all, functions and machines change with the code, and the watch
 * can be made again at any time. cdk-nag's AwsSolutions pack checks them during synthesis.
 */
export function createApp({ context, outdir, stages, ...given }: Given & Pick<AppProps, 'context' | 'outdir'>): App {
  const app = new App({ context: { ...features, ...context }, analyticsReporting: false, ...(outdir && { outdir }) });
  const stage = chooseStage(app.node, stages);
  const of = (description: string) => ({
    stage,
    description,
    tags: { 'e-akimat:stage': stage.name },
    terminationProtection: stage.isProtected,
    synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }) as IStackSynthesizer,
  });
  const { sources } = given;
  const { prefix } = stage;
  const data = new DataStack(app, `${prefix}-data`, {
    sources,
    ...of('Requests, accounts, documents, keys: outlives all others'),
  });
  const functions = new FunctionsStack(app, `${prefix}-functions`, {
    ...given,
    data,
    ...of('The API and its functions: without them nobody is answered and running requests fail'),
  });
  const machines = new MachinesStack(app, `${prefix}-machines`, {
    sources,
    data,
    ...of('State machines: deleting one ends the requests that run in it'),
  });
  // These stacks know each other only by name, so CloudFormation could not find the order.
  machines.addStackDependency(functions);
  if (stage.alarms)
    new WatchStack(app, `${prefix}-watch`, { sources, data, ...of('Alarms') }).addStackDependency(machines);
  Validations.of(app).addPlugins(new AwsSolutionsChecks());
  return app;
}
