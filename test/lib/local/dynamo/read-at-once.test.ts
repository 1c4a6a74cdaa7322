import { expect, it } from '@jest/globals';
import { openDynamo } from '../../../../lib/local/dynamo/open-dynamo.ts';
import { createStore, loadOperations } from '../../../../lib/local/dynamo/dynalite.ts';
import { readAtOnce } from '../../../../lib/local/dynamo/read-at-once.ts';
import { newFolder } from '../serve.ts';
import { table } from './case-table.ts';

const TableName = table.name;

it('reads an item and its table without a hop, the table once, and again after a change of it', async () => {
  const folder = newFolder();
  await (await openDynamo(folder, [table])).close();
  const store = createStore(folder);
  await store.db.open();
  readAtOnce(store);
  const read: string[] = [];
  const plain = store.db.getSync.bind(store.db);
  store.db.getSync = (key) => {
    read.push(key);
    return plain(key);
  };
  const operations = loadOperations(store);
  const call = (name: string, input: object) => operations.get(name)?.({ TableName, ...input });
  const tables = () => read.filter((key) => !key.startsWith('item-')).length;
  await call('PutItem', { Item: { pk: { S: '1' }, sk: { S: 'R' } } });
  expect(tables()).toBe(1);

  let hops = 0;
  const watch = setImmediate(() => (hops += 1));
  const got = call('GetItem', { Key: { pk: { S: '1' }, sk: { S: 'R' } } });
  expect(await got).toMatchObject({ Item: { pk: { S: '1' } } });
  expect(hops).toBe(0);
  clearImmediate(watch);
  expect(tables()).toBe(1);
  expect(await call('GetItem', { Key: { pk: { S: '2' }, sk: { S: 'R' } } })).not.toHaveProperty('Item');

  const { Table } = (await call('DescribeTable', {})) as { Table: object };
  await new Promise<void>((resolve) =>
    store.tableDb.put(TableName, { ...Table, TableStatus: 'CREATING' }, () => resolve()),
  );
  await expect(call('GetItem', { Key: { pk: { S: '1' }, sk: { S: 'R' } } })).rejects.toMatchObject({ statusCode: 400 });
  await new Promise<void>((resolve) => store.db.close(() => resolve()));
  const failed = await new Promise((resolve) => store.db.get('key', (error) => resolve(error)));
  expect(failed).toBeInstanceOf(Error);
});
