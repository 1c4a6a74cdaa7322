import { createHash } from 'node:crypto';
import type { Attributes, Resource, Resolve } from './resolve.ts';

/** The account and region that the platform pretends to have. */
export const place = {
  'AWS::AccountId': '000000000000',
  'AWS::Region': 'eu-central-1',
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'localhost',
  'AWS::StackName': 'e-akimat',
  'AWS::StackId': 'arn:aws:cloudformation:eu-central-1:000000000000:stack/e-akimat/local',
  'AWS::NoValue': '',
} as const;

const arn = (service: string, resource: string, region = place['AWS::Region'] as string) =>
  `arn:aws:${service}:${region}:${place['AWS::AccountId']}:${resource}`;

/** A generated name, like CloudFormation's, but always the same. */
const unnamed = (id: string) => `${place['AWS::StackName']}-${id}`;

/** A UUID made from the logical id, so that the key stays the same at every start. */
const keyId = (id: string) =>
  createHash('sha256')
    .update(id)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

type Find = (id: string, property: (name: string) => string | undefined) => Readonly<Record<string, unknown>>;

const known: Readonly<Record<string, Find>> = {
  'AWS::DynamoDB::Table': (id, property) => {
    const name = property('TableName') ?? unnamed(id);
    return { Ref: name, Arn: arn('dynamodb', `table/${name}`), StreamArn: arn('dynamodb', `table/${name}/stream/0`) };
  },
  'AWS::S3::Bucket': (id, property) => {
    const name = property('BucketName') ?? unnamed(id).toLowerCase();
    return { Ref: name, Arn: `arn:aws:s3:::${name}`, RegionalDomainName: `${name}.s3.localhost` };
  },
  'AWS::Lambda::Function': (id, property) => {
    const name = property('FunctionName') ?? unnamed(id);
    return { Ref: name, Arn: arn('lambda', `function:${name}`) };
  },
  'AWS::StepFunctions::StateMachine': (id, property) => {
    const name = property('StateMachineName') ?? unnamed(id);
    return { Ref: arn('states', `stateMachine:${name}`), Arn: arn('states', `stateMachine:${name}`), Name: name };
  },
  'AWS::KMS::Key': (id) => ({ Ref: keyId(id), KeyId: keyId(id), Arn: arn('kms', `key/${keyId(id)}`) }),
  'AWS::IAM::Role': (id, property) => {
    const name = property('RoleName') ?? unnamed(id);
    return { Ref: name, Arn: `arn:aws:iam::${place['AWS::AccountId']}:role/${name}` };
  },
  'AWS::ApiGateway::RestApi': () => ({ Ref: 'local', RestApiId: 'local', RootResourceId: 'root' }),
  'AWS::ApiGateway::Stage': (_, property) => ({ Ref: property('StageName') }),
};

/** Only resources that the platform runs need real attributes; any other returns its own id. */
export const attributesOf: Attributes = (id: string, resource: Resource, resolve: Resolve) => {
  const property = (name: string) => {
    const value = resource.Properties?.[name];
    return value === undefined ? undefined : String(resolve(value));
  };
  return known[resource.Type]?.(id, property) ?? { Ref: id, Arn: arn('local', id), Id: id };
};
