import type { TableEntry } from '../template/estate.ts';
import { itemSize, type Item } from './item-size.ts';
import type { Meter } from './meter.ts';
import { indexUnits, readUnits, tableUnits } from './units.ts';

type Call = (name: string, input: unknown) => Promise<object>;
/** `by`: the function that calls. */
type Metering = (name: string, input: unknown, by?: string) => Promise<object>;
type Input = Readonly<Record<string, unknown>>;

/** A write of one item: what it is called on, and whether it is part of a transaction, whose writes of the table cost twice. */
interface Write {
  readonly table: string;
  readonly key: Item;
  readonly times: 1 | 2;
}

/**
 * DynamoDB's operations with a meter. Before and after a write its item is read for what it was and became: a write beside it may be
 * counted with the other's image, which changes no sum by more than a unit.
 */
export function meterTable(call: Call, tables: readonly TableEntry[], meter: Meter): Metering {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const keysOf = (table: string) => byName.get(table)?.KeySchema.map(({ AttributeName }) => AttributeName) ?? [];
  const keyOf = (table: string, item: Item): Item =>
    Object.fromEntries(keysOf(table).flatMap((name) => (item[name] ? [[name, item[name]] as const] : [])));
  const read = async ({ table, key }: Write) =>
    ((await call('GetItem', { TableName: table, Key: key, ConsistentRead: true })) as { Item?: Item }).Item;

  function writesOf(name: string, input: Input): readonly Write[] {
    if (name === 'TransactWriteItems')
      return (input['TransactItems'] as readonly Readonly<Record<string, Input>>[]).flatMap((part) =>
        Object.values(part).map((one) => writeOf(one, 2)),
      );
    if (name === 'BatchWriteItem')
      return Object.entries(
        input['RequestItems'] as Readonly<Record<string, readonly Record<string, Input>[]>>,
      ).flatMap(([TableName, all]) =>
        all.flatMap((each) => Object.values(each).map((one) => writeOf({ ...one, TableName }, 1))),
      );
    return ['PutItem', 'UpdateItem', 'DeleteItem'].includes(name) ? [writeOf(input, 1)] : [];
  }
  const writeOf = (input: Input, times: 1 | 2): Write => {
    const table = input['TableName'] as string;
    return { table, key: keyOf(table, (input['Item'] ?? input['Key']) as Item), times };
  };

  async function write(action: string, input: Input, writes: readonly Write[], by?: string): Promise<object> {
    const before = await Promise.all(writes.map(read));
    try {
      return await call(action, input);
    } finally {
      // A condition that does not hold is charged, too.
      const after = await Promise.all(writes.map(read));
      for (const [place, { table, key, times }] of writes.entries()) {
        const [was, is] = [before[place], after[place]];
        const indexes = Object.fromEntries(
          (byName.get(table)?.GlobalSecondaryIndexes ?? []).flatMap((index) => {
            const units = indexUnits(index, keysOf(table), was, is);
            return units > 0 ? [[index.IndexName, units]] : [];
          }),
        );
        const own = times * tableUnits(was, is);
        const units = Object.values(indexes).reduce((sum, each) => sum + each, own);
        const grown = (is ? itemSize(is) : 0) - (was ? itemSize(was) : 0);
        const read = { read: 0, isConsistent: false };
        meter({ is: 'table', by, action, table, item: kindOf(key), ...read, write: units, indexes, grown });
      }
    }
  }

  return async (name, input, by) => {
    const asked = input as Input;
    const writes = writesOf(name, asked);
    if (writes.length > 0) return write(name, asked, writes, by);
    const answer = (await call(name, input)) as Input;
    const table = String(asked['TableName']);
    const isConsistent = asked['ConsistentRead'] === true;
    const count = (of: string, item: string, octets: number, consistent = isConsistent) => {
      const read = { read: readUnits(octets, consistent), isConsistent: consistent };
      meter({ is: 'table', by, action: name, table: of, item, ...read, write: 0, indexes: {}, grown: 0 });
    };
    if (name === 'GetItem') {
      const item = answer['Item'] as Item | undefined;
      count(table, kindOf(asked['Key'] as Item), item ? itemSize(item) : 0);
    } else if (name === 'Query' || name === 'Scan') {
      // What a filter left out is charged like what it let through.
      const items = (answer['Items'] ?? []) as readonly Item[];
      const octets = items.reduce((sum, item) => sum + itemSize(item), 0);
      const [shown, looked] = [items.length, Number(answer['ScannedCount'] ?? items.length)];
      const all = shown > 0 ? (octets * looked) / shown : looked * 500;
      count(table, String(asked['IndexName'] ?? 'table'), all);
    } else if (name === 'BatchGetItem') {
      const found = (answer['Responses'] ?? {}) as Readonly<Record<string, readonly Item[]>>;
      const tablesAsked = asked['RequestItems'] as Readonly<Record<string, Input>>;
      for (const [each, items] of Object.entries(found))
        for (const item of items)
          count(each, kindOf(item), itemSize(item), tablesAsked[each]?.['ConsistentRead'] === true);
    }
    return answer;
  };
}

/** `SESSION#01J…` is a session. */
const kindOf = (key: Item): string => {
  const [kind = ''] = String(key['sk']?.['S'] ?? '').split('#');
  const [owner = ''] = String(key['pk']?.['S'] ?? '').split('#');
  return /^[A-Z-]+$/.test(kind) ? kind : owner;
};
