import { expect, it } from '@jest/globals';
import type { Arrived } from '../../../../lib/local/aws/request.ts';
import { askedOf, type Grounds } from '../../../../lib/local/iam/asked.ts';

const estate = { tables: [{ name: 't', keyArn: 'arn:key' }], buckets: [] } as unknown as Grounds['estate'];
const asked = (operation: string, body: object) =>
  askedOf(
    {
      headers: { 'x-amz-target': `DynamoDB_20120810.${operation}` },
      body: Buffer.from(JSON.stringify(body)),
    } as Partial<Arrived> as Arrived,
    { estate, machineOf: () => undefined },
  );

it('a transaction needs the right of each of its parts, and the key of each table', () => {
  const [TableName, Key] = ['t', {}];
  const parts = [{ Put: { TableName } }, { Update: { TableName, Key } }, { Delete: { TableName, Key } }];
  const all = asked('TransactWriteItems', { TransactItems: [...parts, { ConditionCheck: { TableName, Key } }] });
  const of = (start: string) => all.map(({ action }) => action).filter((action) => action.startsWith(start));
  expect(of('dynamodb:')).toEqual([
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
    'dynamodb:DeleteItem',
    'dynamodb:ConditionCheckItem',
  ]);
  expect(of('kms:')).toEqual([
    ...['kms:Decrypt', 'kms:GenerateDataKey', 'kms:Decrypt', 'kms:GenerateDataKey'],
    ...['kms:Decrypt', 'kms:GenerateDataKey', 'kms:Decrypt'],
  ]);
});

it('who runs a function needs the right to invoke it', () => {
  const path = '/2015-03-31/functions/e-akimat-local-sweep/invocations';
  const request = { method: 'POST', path, headers: {} } as Partial<Arrived> as Arrived;
  expect(askedOf(request, { estate, machineOf: () => undefined })).toEqual([
    {
      action: 'lambda:InvokeFunction',
      resource: 'arn:aws:lambda:eu-central-1:000000000000:function:e-akimat-local-sweep',
    },
  ]);
});
