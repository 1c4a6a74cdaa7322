import { ArnFormat, Aws, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage, type IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Stage } from './stages.ts';

/**
 * What an application needs to use a symmetric key; named one by one, because `kms:ReEncrypt*` would be a wildcard
 * grant.
 */
export const encryptActions = [
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:DescribeKey',
];

/**
 * Keys that sign access tokens, by their names in the template: the first one signs, the others are published and
 * accepted. docs/deploy.md says how to replace one. If you remove a name, its key stays in the account.
 */
const tokenKeyNames = ['TokenKey'] as const;
/** Keys that sign calls to the gateway, likewise: its operator checks them. */
const gatewayKeyNames = ['GatewayKey'] as const;

/**
 * Four kinds of keys: for people's data; for the operators' logs and alarms, so that reading logs never decrypts data; for
 * signing access tokens, and for signing calls to the gateway (both ECDSA with P-256 and SHA-256), whose private halves
 * never leave KMS.
 */
export function createKeys(scope: Construct, { keepsData, prefix, attached }: Stage): Keys {
  const removalPolicy = keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
  const data = attached
    ? Key.fromKeyArn(scope, 'DataKey', attached.dataKey)
    : new Key(scope, 'DataKey', {
        description: 'Encrypts the table and the buckets',
        enableKeyRotation: true,
        removalPolicy,
      });
  const operations = new Key(scope, 'OperationsKey', {
    description: 'Encrypts logs and alarm messages',
    enableKeyRotation: true,
    removalPolicy,
  });
  operations.addToResourcePolicy(
    new PolicyStatement({
      sid: 'LogsOfThisStage',
      principals: [new ServicePrincipal(`logs.${Aws.REGION}.amazonaws.com`)],
      actions: encryptActions,
      resources: ['*'],
      conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': logGroupsOf(Stack.of(scope), prefix) } },
    }),
  );
  operations.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsOfThisAccount',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  );
  const signing = (names: readonly string[], description: string, arns?: readonly string[]) =>
    arns?.map((arn, i) => Key.fromKeyArn(scope, `Attached${names[0]}${i}`, arn)) ??
    names.map(
      (name) =>
        new Key(scope, name, {
          description,
          keySpec: KeySpec.ECC_NIST_P256,
          keyUsage: KeyUsage.SIGN_VERIFY,
          removalPolicy,
        }),
    );
  const tokens = signing(tokenKeyNames, 'Signs access tokens (ES256)', attached?.tokenKeys);
  const gateway = signing(
    gatewayKeyNames,
    'Signs calls to the gateway of registers and payments',
    attached?.gatewayKeys,
  );
  return { data, operations, tokens, gateway };
}

export interface Keys {
  readonly data: IKey;
  readonly operations: IKey;
  readonly tokens: readonly IKey[];
  readonly gateway: readonly IKey[];
}

const logGroupsOf = (stack: Stack, prefix: string) =>
  ['lambda/', 'vendedlogs/'].map((kind) =>
    stack.formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: `/aws/${kind}${prefix}-*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    }),
  );
