import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchWriteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { expireItems } from '../../../../lib/local/dynamo/expire-items.ts';
import { openDynamo } from '../../../../lib/local/dynamo/open-dynamo.ts';
import { newFolder, serve } from '../serve.ts';
import { table } from './case-table.ts';

const TableName = 'case';
describe('the table', () => {
  const folder = newFolder();
  let db: DynamoDBDocumentClient;
  let stop: () => Promise<void>;
  let call: (name: string, input: unknown) => Promise<object>;
  const open = async () => {
    const dynamo = await openDynamo(folder, [table]);
    call = dynamo.call;
    const served = await serve({ json: { DynamoDB_20120810: dynamo.call } });
    db = DynamoDBDocumentClient.from(new DynamoDBClient(served.client));
    stop = async () => {
      await served.close();
      await dynamo.close();
    };
  };
  beforeAll(open);
  afterAll(() => stop());
  const byOffice = async (office: string) => {
    const query = { TableName, IndexName: 'byOffice', KeyConditionExpression: 'office = :o' };
    const { Items = [] } = await db.send(new QueryCommand({ ...query, ExpressionAttributeValues: { ':o': office } }));
    return Items.map((item) => `${String(item['due'])} ${String(item['pk'])}`);
  };

  it('lets one of fifty win a conditional write', async () => {
    const claim = (by: number) =>
      db
        .send(
          new PutCommand({
            TableName,
            Item: { pk: 'w', sk: 'x', by },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        )
        .then(() => 'won')
        .catch((error: unknown) => (error instanceof ConditionalCheckFailedException ? 'lost' : error));
    const results = await Promise.all(Array.from({ length: 50 }, (_, i) => claim(i)));
    expect(results.filter((each) => each === 'won')).toHaveLength(1);
    expect(results.filter((each) => each === 'lost')).toHaveLength(49);
  });

  it('moves an item’s index rows with it, in updates and batches alike', async () => {
    const put = (pk: string, office: string, due: string) => ({ PutRequest: { Item: { pk, sk: 'R', office, due } } });
    const RequestItems = { [TableName]: [put('1', 'o', 'b'), put('2', 'o', 'a'), put('3', 'p', 'c')] };
    await db.send(new BatchWriteCommand({ RequestItems }));
    expect(await byOffice('o')).toEqual(['a 2', 'b 1']);
    const move = { TableName, Key: { pk: '1', sk: 'R' }, UpdateExpression: 'SET office = :p' };
    await db.send(new UpdateCommand({ ...move, ExpressionAttributeValues: { ':p': 'p' } }));
    expect(await byOffice('o')).toEqual(['a 2']);
    expect(await byOffice('p')).toEqual(['b 1', 'c 3']);
    await db.send(new UpdateCommand({ TableName, Key: { pk: '3', sk: 'R' }, UpdateExpression: 'REMOVE office' }));
    expect(await byOffice('p')).toEqual(['b 1']);
  });

  it('adds a hundred concurrent increments up to a hundred', async () => {
    const add = { TableName, Key: { pk: 'n', sk: 'n' }, UpdateExpression: 'ADD n :one' };
    const one = () => db.send(new UpdateCommand({ ...add, ExpressionAttributeValues: { ':one': 1 } }));
    await Promise.all(Array.from({ length: 100 }, one));
    expect((await db.send(new GetCommand({ TableName, Key: add.Key }))).Item?.['n']).toBe(100);
  });

  it('deletes only what has expired', async () => {
    const put = (pk: string, expiresAt: number) =>
      db.send(new PutCommand({ TableName, Item: { pk, sk: 'T', expiresAt } }));
    await Promise.all([put('old', 99), put('new', 101), put('never', Number.MAX_SAFE_INTEGER)]);
    const lively = { ...table, TimeToLiveSpecification: { AttributeName: 'expiresAt' } };
    expect(await expireItems(call, [lively], 100_000)).toBe(1);
    const found = await Promise.all(
      ['old', 'new', 'never'].map((pk) => db.send(new GetCommand({ TableName, Key: { pk, sk: 'T' } }))),
    );
    expect(found.map(({ Item }) => Item !== undefined)).toEqual([false, true, true]);
  });

  it('is there after a restart', async () => {
    await stop();
    await open();
    expect(await byOffice('p')).toEqual(['b 1']);
  });
});
