import { mkdir } from 'node:fs/promises';
import { AwsFailure } from '../aws/failure.ts';
import type { TableEntry } from '../template/estate.ts';
import { makeWritesAtomic } from './atomic-writes.ts';
import { closeIterators } from './close-iterators.ts';
import { createStore, loadOperations, type DynaliteStore } from './dynalite.ts';
import { readAtOnce } from './read-at-once.ts';
import { openTransact } from './transact.ts';
import { levelLimits } from '../level-limits.ts';

type Call = (name: string, input: unknown) => Promise<object>;

/** DynamoDB on LevelDB files in `folder`, with the template's tables and indexes. */
export async function openDynamo(folder: string, tables: readonly TableEntry[]) {
  await mkdir(folder, { recursive: true });
  const store = createStore(folder);
  // If it were opened in the background, nobody would learn of a damaged or locked folder.
  await store.db.open(levelLimits);
  closeIterators(store);
  readAtOnce(store);
  makeWritesAtomic(store);
  const offered = loadOperations(store);
  const operations = new Map([...offered, ['TransactWriteItems', openTransact(store, offered)]]);

  async function call(name: string, input: unknown): Promise<object> {
    const operation = operations.get(name);
    if (!operation) throw new AwsFailure('UnknownOperationException', `${name} is not offered here`);
    try {
      return await operation(input as object);
    } catch (error) {
      throw readFailure(error);
    }
  }

  for (const table of tables) await prepareTable(store, call, table);
  return {
    call,
    close: () => new Promise<void>((resolve, reject) => store.db.close((error) => (error ? reject(error) : resolve()))),
  };
}

function readFailure(error: unknown): unknown {
  const { statusCode, body } = error as {
    statusCode?: number;
    body?: { __type: string; message?: string; Message?: string };
  };
  if (statusCode === undefined || !body) return error;
  return new AwsFailure(body.__type, body.message ?? body.Message ?? '', statusCode);
}

interface Description {
  readonly TableStatus: string;
  readonly GlobalSecondaryIndexes?: readonly { readonly IndexName: string; readonly IndexStatus?: string }[];
}

/**
 * Creates the table, or the indexes that the template has gained since; a removed index does no harm. An index is
 * active once it has the rows of every item; an interrupted build is repeated.
 */
async function prepareTable(store: DynaliteStore, call: Call, table: TableEntry) {
  const { name: TableName, AttributeDefinitions, KeySchema, GlobalSecondaryIndexes: indexes = [] } = table;
  const { TableNames } = (await call('ListTables', {})) as { TableNames: readonly string[] };
  if (!TableNames.includes(TableName)) {
    const more = indexes.length > 0 ? { GlobalSecondaryIndexes: indexes } : {};
    await call('CreateTable', { TableName, AttributeDefinitions, KeySchema, BillingMode: 'PAY_PER_REQUEST', ...more });
  }
  const { Table } = (await call('DescribeTable', { TableName })) as { Table: Description };
  const known = Table.GlobalSecondaryIndexes ?? [];
  const added = indexes.filter(({ IndexName }) => !known.some((each) => each.IndexName === IndexName));
  const all = [...known, ...added.map((each) => ({ ...each, IndexStatus: 'CREATING' }))];
  const complete = all.every(({ IndexStatus }) => IndexStatus === 'ACTIVE');
  if (complete && Table.TableStatus === 'ACTIVE') return;
  const describe = (GlobalSecondaryIndexes: Description['GlobalSecondaryIndexes']) =>
    new Promise<void>((resolve, reject) => {
      const indexed = all.length > 0 ? { GlobalSecondaryIndexes } : {};
      const description = { ...Table, TableStatus: 'ACTIVE', AttributeDefinitions, ...indexed };
      store.tableDb.put(TableName, description, (error) => (error ? reject(error) : resolve()));
    });
  await describe(all);
  await putAllAgain(call, TableName);
  await describe(all.map((each) => ({ ...each, IndexStatus: 'ACTIVE' })));
}

/** dynalite cannot add an index to an existing table; an item's next write makes its rows in every index. */
async function putAllAgain(call: Call, TableName: string) {
  for (let ExclusiveStartKey: unknown; ;) {
    const page = { TableName, ...(ExclusiveStartKey !== undefined && { ExclusiveStartKey }) };
    const { Items, LastEvaluatedKey } = (await call('Scan', page)) as { Items: object[]; LastEvaluatedKey?: object };
    for (const Item of Items) await call('PutItem', { TableName, Item });
    if (!LastEvaluatedKey) return;
    ExclusiveStartKey = LastEvaluatedKey;
  }
}
