import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { openDynamo } from '../../../../lib/local/dynamo/open-dynamo.ts';
import { newFolder, serve } from '../serve.ts';
import { table } from './case-table.ts';

const TableName = table.name;
type Parts = NonNullable<TransactWriteCommandInput['TransactItems']>;

describe('a transaction', () => {
  let db: DynamoDBDocumentClient;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const dynamo = await openDynamo(newFolder(), [table]);
    const served = await serve({ json: { DynamoDB_20120810: dynamo.call } });
    db = DynamoDBDocumentClient.from(new DynamoDBClient(served.client));
    stop = async () => {
      await served.close();
      await dynamo.close();
    };
  });
  afterAll(() => stop());

  const put = (pk: string, more: object, condition: object = {}) => ({
    Put: { TableName, Item: { pk, sk: 'R', ...more }, ...condition },
  });
  const add = (pk: string, by: number) => ({
    Update: {
      TableName,
      Key: { pk, sk: 'N' },
      UpdateExpression: 'ADD n :by',
      ExpressionAttributeValues: { ':by': by },
    },
  });
  const isNew = { ConditionExpression: 'attribute_not_exists(pk)' };
  const isThere = { ConditionExpression: 'attribute_exists(pk)' };
  const transact = (...TransactItems: Parts) => db.send(new TransactWriteCommand({ TransactItems }));
  const cancelled = async (...parts: Parts) => {
    const error: unknown = await transact(...parts).catch((thrown: unknown) => thrown);
    if (!(error instanceof TransactionCanceledException)) throw error;
    return error.CancellationReasons?.map(({ Code }) => Code);
  };
  const get = async (pk: string, sk = 'R') =>
    (await db.send(new GetCommand({ TableName, Key: { pk, sk } }))).Item as Record<string, unknown> | undefined;
  const rows = async (office: string) => {
    const query = { TableName, IndexName: 'byOffice', KeyConditionExpression: 'office = :o' };
    const { Items = [] } = await db.send(new QueryCommand({ ...query, ExpressionAttributeValues: { ':o': office } }));
    return Items.map((item) => String(item['pk']));
  };

  it('writes all its parts, with their rows in the indexes', async () => {
    await transact(put('a', { office: 'o', due: '1' }), add('count', 1), put('b', { office: 'o', due: '0' }));
    expect(await rows('o')).toEqual(['b', 'a']);
    expect((await get('count', 'N'))?.['n']).toBe(1);
    await transact({ Delete: { TableName, Key: { pk: 'a', sk: 'R' } } }, add('count', -1));
    expect([await rows('o'), (await get('count', 'N'))?.['n']]).toEqual([['b'], 0]);
  });

  it('writes nothing if one condition fails, and says which, in the order of the parts', async () => {
    await transact(put('known', { office: 'q', due: '1' }));
    const parts = (first: object, last: object) => [
      put('known', { office: 'r', due: '2' }, first),
      add('never', 1),
      put('other', {}, last),
    ];
    expect(await cancelled(...parts(isNew, isNew))).toEqual(['ConditionalCheckFailed', 'None', 'None']);
    expect(await cancelled(...parts(isThere, isThere))).toEqual(['None', 'None', 'ConditionalCheckFailed']);
    expect(await cancelled(...parts(isNew, isThere))).toEqual([
      'ConditionalCheckFailed',
      'None',
      'ConditionalCheckFailed',
    ]);
    expect([await rows('q'), await rows('r'), await get('never', 'N'), await get('other')]).toEqual([
      ['known'],
      [],
      undefined,
      undefined,
    ]);
  });

  it('checks the condition of an item that it does not write', async () => {
    await transact(put('checked', { v: 1 }));
    const check = (pk: string) => ({ ConditionCheck: { TableName, Key: { pk, sk: 'R' }, ...isThere } });
    await transact(check('checked'), add('checks', 1));
    expect(await get('checked')).toEqual({ pk: 'checked', sk: 'R', v: 1 });
    expect(await cancelled(check('missing'), add('checks', 1))).toEqual(['ConditionalCheckFailed', 'None']);
    expect((await get('checks', 'N'))?.['n']).toBe(1);
  });

  it('is refused as a whole if it names an item twice, has no part or too many, or a part of two kinds', async () => {
    const refused = (...parts: Parts) =>
      expect(transact(...parts)).rejects.toMatchObject({ name: 'ValidationException' });
    await refused(put('twice', {}), put('twice', {}));
    await refused();
    await refused(...Array.from({ length: 101 }, (_, i) => put(`many-${i}`, {})));
    await refused({ ...put('two', {}), ...add('two', 1) });
    await refused(put('wrong', {}), { Update: { ...add('x', 1).Update, UpdateExpression: 'ADD' } });
    expect([await get('twice'), await get('many-0'), await get('two'), await get('wrong')]).toEqual(
      Array<undefined>(4).fill(undefined),
    );
  });

  it('is seen whole or not at all by others that write the same items, in whatever order they name them', async () => {
    const ROUNDS = 60;
    const results = await Promise.all(
      Array.from({ length: ROUNDS }, (_, i) => {
        const both = [add('left', 1), add('right', 1)];
        const winner = put('once', { by: i }, isNew);
        return (i % 3 === 0 ? transact(...both, winner) : transact(...both.reverse())).then(
          () => 'done',
          () => 'cancelled',
        );
      }),
    );
    const done = results.filter((each) => each === 'done').length;
    expect(done).toBe((ROUNDS / 3) * 2 + 1);
    expect([(await get('left', 'N'))?.['n'], (await get('right', 'N'))?.['n']]).toEqual([done, done]);
  });

  it('lets a plain write of one of its items wait', async () => {
    const one = (i: number) =>
      i % 2 === 0
        ? transact(add('mixed', 1), add('mixed-too', 1))
        : db.send(new PutCommand({ TableName, Item: { pk: 'mixed-plain', sk: 'R', i } }));
    await Promise.all(Array.from({ length: 40 }, (_, i) => one(i)));
    expect((await get('mixed', 'N'))?.['n']).toBe(20);
  });
});
