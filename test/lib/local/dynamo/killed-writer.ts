// Run as a process of its own and killed at any time. Each write is acknowledged by a line in a file, written before the
// next write begins: a message would wait in a socket and could die with this process.
import { openSync, writeSync } from 'node:fs';
import { openDynamo } from '../../../../lib/local/dynamo/open-dynamo.ts';
import { table } from './case-table.ts';

const [folder = '', life = '0', acknowledged = ''] = process.argv.slice(2);
const dynamo = await openDynamo(folder, [table]);
const file = openSync(acknowledged, 'a');
const TableName = table.name;

const textOf = (item: Record<string, string>) =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, { S: value }]));

function acknowledge(writer: number, n: string | null) {
  writeSync(file, `${JSON.stringify({ writer, n })}\n`);
  process.send?.('written');
}

const write = async (writer: number) => {
  for (let n = 0; ; n += 1) {
    const item = { pk: `${writer}`, sk: 'R', office: `o${n % 3}`, due: `${life}-${n}`, n: `${life}-${n}` };
    const Item = textOf(item);
    if (n % 5 === 4) await dynamo.call('DeleteItem', { TableName, Key: { pk: Item['pk'], sk: Item['sk'] } });
    else await dynamo.call('PutItem', { TableName, Item });
    acknowledge(writer, n % 5 === 4 ? null : item.n);
  }
};

/** Counts its own items in the same transaction that puts or deletes them. */
const count = async (writer: number) => {
  const add = (by: number) => ({
    Update: {
      TableName,
      Key: textOf({ pk: 'counted', sk: 'N' }),
      UpdateExpression: 'ADD n :by',
      ExpressionAttributeValues: { ':by': { N: String(by) } },
    },
  });
  for (let n = 0; ; n += 1) {
    const item = textOf({ pk: `one-${life}-${writer}-${n}`, sk: 'R', office: 'counted', due: `${n}` });
    await dynamo.call('TransactWriteItems', { TransactItems: [{ Put: { TableName, Item: item } }, add(1)] });
    if (n % 3 === 2) {
      const Delete = { TableName, Key: textOf({ pk: `one-${life}-${writer}-${n - 1}`, sk: 'R' }) };
      await dynamo.call('TransactWriteItems', { TransactItems: [add(-1), { Delete }] });
    }
    process.send?.('written');
  }
};
await Promise.all([...Array.from({ length: 8 }, (_, writer) => write(writer)), count(0), count(1)]);
