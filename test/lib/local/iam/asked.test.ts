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
