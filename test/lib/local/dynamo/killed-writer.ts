// Run as a process of its own and killed at any time: writers that report each write once it is acknowledged.
import { openDynamo } from '../../../../lib/local/dynamo/open-dynamo.ts';
import { table } from './case-table.ts';

const [folder = '', life = '0'] = process.argv.slice(2);
const dynamo = await openDynamo(folder, [table]);

const write = async (writer: number) => {
  for (let n = 0; ; n += 1) {
    const item = { pk: `${writer}`, sk: 'R', office: `o${n % 3}`, due: `${life}-${n}`, n: `${life}-${n}` };
    const Item = Object.fromEntries(Object.entries(item).map(([name, value]) => [name, { S: value }]));
    if (n % 5 === 4)
      await dynamo.call('DeleteItem', { TableName: table.name, Key: { pk: Item['pk'], sk: Item['sk'] } });
    else await dynamo.call('PutItem', { TableName: table.name, Item });
    process.send?.({ writer, n: n % 5 === 4 ? null : item.n });
  }
};
await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)));
