import type { Template } from './resolve.ts';

/** Resource types that the platform runs. */
const run = [
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGateway::Stage',
  'AWS::DynamoDB::Table',
  'AWS::Events::Rule',
  'AWS::IAM::Role',
  'AWS::KMS::Key',
  'AWS::Lambda::Function',
  'AWS::S3::Bucket',
  'AWS::Scheduler::Schedule',
  'AWS::StepFunctions::StateMachine',
  'AWS::WAFv2::WebACL',
];

/** Types that do nothing on one machine: they watch, protect or count, and the service works without them. */
const idle = [
  'AWS::ApiGateway::Account',
  'AWS::ApiGateway::Deployment',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::IAM::Policy',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::S3::BucketPolicy',
  'AWS::SES::ConfigurationSet',
  'AWS::SES::ConfigurationSetEventDestination',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::WAFv2::WebACLAssociation',
];

const known: ReadonlySet<string> = new Set([...run, ...idle]);

/** A resource that is silently missing is worse than none. @throws Error naming each resource of an unknown type */
export function refuseUnknown(templates: readonly Template[]) {
  const unknown = templates.flatMap(({ Resources }) =>
    Object.entries(Resources).flatMap(([id, { Type }]) => (known.has(Type) ? [] : [`${id} (${Type})`])),
  );
  if (unknown.length > 0) throw new Error(`template: not known here: ${unknown.join(', ')}`);
}
