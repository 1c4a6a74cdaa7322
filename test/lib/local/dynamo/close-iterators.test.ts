import { expect, it } from '@jest/globals';
import { closeIterators } from '../../../../lib/local/dynamo/close-iterators.ts';
import { createStore, loadOperations, type LevelIterator } from '../../../../lib/local/dynamo/dynalite.ts';
import { openDynamo } from '../../../../lib/local/dynamo/open-dynamo.ts';
import { newFolder } from '../serve.ts';
import { table } from './case-table.ts';

const TableName = table.name;
/** Four of them fill a page of 1 MB. */
const padding = 'x'.repeat(300_000);

it('leaves no iterator open after a query or scan, whether it ends by a limit, by its page or at the end', async () => {
  const folder = newFolder();
  await (await openDynamo(folder, [table])).close();
  const store = createStore(folder);
  await store.db.open();
  const open = new Set<LevelIterator>();
  for (const list of ['keys', 'values'] as const) {
    const make = store.db[list].bind(store.db);
    store.db[list] = (options) => {
      const iterator = make(options);
      const close = iterator.close.bind(iterator);
      open.add(iterator);
      return Object.assign(iterator, { close: () => close().then(() => void open.delete(iterator)) });
    };
  }
  closeIterators(store);
  const operations = loadOperations(store);
  const call = (name: string, input: object) => operations.get(name)?.({ TableName, ...input });
  for (let n = 0; n < 10; n += 1)
    await call('PutItem', {
      Item: { pk: { S: `${n}` }, sk: { S: 'R' }, office: { S: 'o' }, due: { S: `${n}` }, padding: { S: padding } },
    });

  const query = {
    IndexName: 'byOffice',
    KeyConditionExpression: 'office = :o',
    ExpressionAttributeValues: { ':o': { S: 'o' } },
  };
  for (const more of [{}, { Limit: 1 }, { Limit: 3 }, { Select: 'COUNT' }]) {
    expect(await call('Query', { ...query, ScanIndexForward: false, ...more })).toHaveProperty('Count');
    expect(await call('Scan', more)).toHaveProperty('Count');
  }
  // A stream closes its iterator a few turns of the event loop after its answer.
  for (let turn = 0; open.size > 0 && turn < 1000; turn += 1) await new Promise(setImmediate);
  expect(open.size).toBe(0);
  await new Promise<void>((resolve) => store.db.close(() => resolve()));
});
