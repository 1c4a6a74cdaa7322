import { join } from 'node:path';
import { openEngine } from '../../lib/local/asl/engine.ts';
import { openDynamo } from '../../lib/local/dynamo/open-dynamo.ts';
import { requestsTable } from '../../lib/local/dynamo/requests-table.ts';

/** A value in DynamoDB's own notation, as JSON has it. */
type Attribute = Readonly<Record<string, unknown>>;
type Row = Readonly<Record<string, Attribute>>;

const plain = (attribute: Attribute): unknown => {
  const [[type, value] = ['', undefined]] = Object.entries(attribute);
  if (type === 'M') return plainRow(value as Row);
  if (type === 'L') return (value as readonly Attribute[]).map(plain);
  if (type === 'N') return Number(value);
  if (type === 'B') return new Uint8Array(Buffer.from(String(value), 'base64'));
  return type === 'NULL' ? null : value;
};
const plainRow = (row: Row): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([name, attribute]) => [name, plain(attribute)]));

type Keys = readonly { readonly AttributeName: string }[];
interface Description {
  readonly KeySchema: Keys;
  readonly GlobalSecondaryIndexes: readonly {
    readonly IndexName: string;
    readonly KeySchema: Keys;
    readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: readonly string[] };
  }[];
}

/**
 * The content of a stopped platform's table: its items, and for each index the rows that it has and those that it
 * should have.
 */
export async function readTable(dataDir: string) {
  const dynamo = await openDynamo(join(dataDir, 'dynamo'), []);
  try {
    const { TableNames } = (await dynamo.call('ListTables', {})) as { TableNames: readonly string[] };
    const TableName = requestsTable(TableNames);
    const scan = async (more: object): Promise<readonly Row[]> => {
      const page = await dynamo.call('Scan', { TableName, ...more });
      const { Items, LastEvaluatedKey } = page as { Items: readonly Row[]; LastEvaluatedKey?: object };
      const rest = LastEvaluatedKey ? await scan({ ...more, ExclusiveStartKey: LastEvaluatedKey }) : [];
      return [...Items, ...rest];
    };
    const items = await scan({});
    const { Table } = (await dynamo.call('DescribeTable', { TableName })) as { Table: Description };
    const indexes: { readonly name: string; readonly rows: readonly string[]; readonly wanted: readonly string[] }[] =
      [];
    for (const { IndexName, KeySchema, Projection } of Table.GlobalSecondaryIndexes) {
      const keys = new Set([...KeySchema, ...Table.KeySchema].map(({ AttributeName }) => AttributeName));
      for (const name of Projection.NonKeyAttributes ?? []) keys.add(name);
      const isKept = Projection.ProjectionType === 'ALL' ? () => true : ([name]: [string, unknown]) => keys.has(name);
      const wanted = items
        .filter((item) => KeySchema.every(({ AttributeName }) => AttributeName in item))
        .map((item): Row => Object.fromEntries(Object.entries(item).filter(isKept)));
      const rows = await scan({ IndexName });
      indexes.push({ name: IndexName, rows: rows.map(textOf).sort(), wanted: wanted.map(textOf).sort() });
    }
    return { items: items.map(plainRow), indexes };
  } finally {
    await dynamo.close();
  }
}

const textOf = (row: Row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The executions with the names of the tasks that they entered, in order, and how often one succeeded. */
export async function readExecutions(dataDir: string) {
  const invoke = () => Promise.reject(new Error('nothing may run any more'));
  const folder = join(dataDir, 'executions');
  const engine = await openEngine({ folder, machines: [], invoke, newId: () => 'none' });
  try {
    const found = [];
    for await (const summary of engine.summaries('all')) {
      const history = (await engine.history(summary.arn)) ?? [];
      const of = (wanted: string) => history.filter(({ type }) => type === wanted);
      const tasks = of('TaskStateEntered').flatMap((event) => event['stateEnteredEventDetails']?.['name'] ?? []);
      found.push({ ...summary, tasks, succeeded: of('TaskSucceeded').length });
    }
    return found;
  } finally {
    await engine.close();
  }
}
