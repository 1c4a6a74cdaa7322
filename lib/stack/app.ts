import { App, DefaultStackSynthesizer, Validations, type AppProps, type IStackSynthesizer } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { PlatformStack, type PlatformProps } from './platform-stack.ts';

/** Set here and not in cdk.json, so that every way of running the app makes the same template. */
const features = {
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/aws-apigateway:disableCloudWatchRole': true,
  '@aws-cdk/aws-apigateway:usagePlanKeyOrderInsensitiveId': true,
  '@aws-cdk/core:stackRelativeExports': true,
  // What CloudFormation would refuse or warn of stops the synthesis already.
  '@aws-cdk/core:validateAgainstDefaultRules': true,
};

type Given = Pick<PlatformProps, 'sources' | 'accessRules' | 'problems'>;

/** The app with its one stack, checked by cdk-nag's AwsSolutions pack while it is synthesised. */
export function createApp({ context, ...given }: Given & Pick<AppProps, 'context' | 'outdir'>): App {
  const { outdir, ...props } = given;
  const app = new App({ context: { ...features, ...context }, analyticsReporting: false, ...(outdir && { outdir }) });
  new PlatformStack(app, 'e-akimat', {
    ...props,
    description: 'Electronic public services of regional akimats',
    synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }) as IStackSynthesizer,
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks());
  return app;
}
