import { expect, it } from '@jest/globals';
import type { Metered } from '../../../../lib/local/meter/meter.ts';
import { meterTable } from '../../../../lib/local/meter/meter-table.ts';

type Stored = Record<string, { S: string }>;
const key = (id: string) => ({ pk: { S: `SESSION#${id}` }, sk: { S: 'SESSION' } });

/** A table that puts, and refuses a put whose condition it cannot meet. */
function scene() {
  const items = new Map<string, Stored>();
  const lines: Metered[] = [];
  const call = async (name: string, input: unknown): Promise<object> => {
    const { Key, Item, ConditionExpression } = input as { Key?: Stored; Item?: Stored; ConditionExpression?: string };
    if (ConditionExpression !== undefined) throw new Error('ConditionalCheckFailedException');
    if (Item) items.set(Item['pk']!.S, Item);
    if (name === 'DeleteItem') items.delete(Key!['pk']!.S);
    const found = Key && items.get(Key['pk']!.S);
    return found ? { Item: found } : {};
  };
  const table = {
    ...{ name: 't', attributes: [], keyArn: undefined },
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    GlobalSecondaryIndexes: [],
  };
  const metered = meterTable(call, [table as never], (line) => lines.push(line));
  return {
    metered,
    lines,
    take: () =>
      lines.splice(0).map((line) => (line.is === 'table' ? [line.item, line.read, line.write, line.grown] : [])),
  };
}

it('counts what is written by the larger image, what is read, and by how much the table grew', async () => {
  const { metered, take } = scene();
  await metered('PutItem', { TableName: 't', Item: { ...key('1'), text: { S: 'x'.repeat(2000) } } });
  expect(take()).toEqual([['SESSION', 0, 2, 2024]]);
  await metered('GetItem', { TableName: 't', Key: key('1'), ConsistentRead: true });
  await metered('GetItem', { TableName: 't', Key: key('2') });
  expect(take()).toEqual([
    ['SESSION', 1, 0, 0],
    ['SESSION', 0.5, 0, 0],
  ]);
  await metered('DeleteItem', { TableName: 't', Key: key('1') });
  expect(take()).toEqual([['SESSION', 0, 2, -2024]]);
});

it('says who read, and whether the read saw all that was written before it', async () => {
  const { metered, lines } = scene();
  await metered('GetItem', { TableName: 't', Key: key('1'), ConsistentRead: true }, 'authorize');
  await metered('GetItem', { TableName: 't', Key: key('1') });
  expect(lines).toMatchObject([
    { by: 'authorize', isConsistent: true },
    { by: undefined, isConsistent: false },
  ]);
});

it('a write whose condition does not hold fails as before, and is counted', async () => {
  const { metered, take } = scene();
  const put = { TableName: 't', Item: key('1'), ConditionExpression: 'attribute_exists(pk)' };
  await expect(metered('PutItem', put)).rejects.toThrow('ConditionalCheckFailed');
  expect(take()).toEqual([['SESSION', 0, 1, 0]]);
});
