import { AwsFailure } from '../aws/failure.ts';
import { collectWrites } from './atomic-writes.ts';
import { createKey, type BatchOperation, type DynaliteStore, type Release } from './dynalite.ts';

/** What DynamoDB accepts in one transaction. */
const PARTS = 100;

/** The operation that carries out each kind of part. A ConditionCheck is a deletion that is never written. */
const operationOf = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'DeleteItem',
} as const;
type Kind = keyof typeof operationOf;

interface Part {
  readonly kind: Kind;
  readonly input: { readonly TableName: string; readonly Item?: object; readonly Key?: object };
}

interface Reason {
  readonly Code: 'None' | 'ConditionalCheckFailed';
  readonly Message?: string;
}

/** DynamoDB's answer when a condition of a transaction does not hold: a reason for each part, in their order. */
class Cancelled extends AwsFailure {
  constructor(reasons: readonly Reason[]) {
    const codes = reasons.map(({ Code }) => Code).join(', ');
    super(
      'TransactionCanceledException',
      `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
      400,
      { CancellationReasons: reasons },
    );
  }
}

type Operations = ReadonlyMap<string, (input: object) => Promise<object>>;

/**
 * TransactWriteItems, which dynalite lacks: it takes the locks of all items, runs each part as the ordinary operation,
 * and writes one LevelDB batch or nothing. Like DynamoDB Local it has no TransactionConflict: a write to the same item
 * waits. `ClientRequestToken` is not remembered, so a repeated transaction meets its own conditions.
 */
export const openTransact = (store: DynaliteStore, operations: Operations) => async (input: object) => {
  const parts = partsOf(input);
  const unlock = await lockAll(store, await keysOf(store, parts));
  try {
    const reasons: Reason[] = [];
    const writes: BatchOperation[] = [];
    for (const part of parts) {
      const collected = await collectWrites(() => run(part, operations));
      reasons.push(collected.result);
      if (part.kind !== 'ConditionCheck') writes.push(...collected.writes);
    }
    if (reasons.some(({ Code }) => Code !== 'None')) throw new Cancelled(reasons);
    await new Promise<void>((resolve, reject) =>
      store.db.batch(writes, (error) => (error ? reject(error) : resolve())),
    );
    return {};
  } finally {
    unlock();
  }
};

function partsOf(input: object): readonly Part[] {
  const items = (input as { TransactItems?: readonly Partial<Record<Kind, Part['input']>>[] }).TransactItems ?? [];
  if (items.length === 0 || items.length > PARTS)
    throw invalid(`1 to ${PARTS} parts are allowed, and there are ${items.length}`);
  return items.map((item) => {
    const [[kind, part], ...more] = Object.entries(item) as [[Kind, Part['input']], ...unknown[]];
    if (!Object.hasOwn(operationOf, kind) || more.length > 0) throw invalid('a part has exactly one kind');
    return { kind, input: part };
  });
}

const invalid = (message: string) => new AwsFailure('ValidationException', message);

async function run({ kind, input }: Part, operations: Operations): Promise<Reason> {
  // dynalite 4 does not know it, and an answer without the item is always allowed.
  const { ReturnValuesOnConditionCheckFailure: _, ...known } = input as Readonly<Record<string, unknown>>;
  try {
    await operations.get(operationOf[kind])!(known);
    return { Code: 'None' };
  } catch (error) {
    const { __type = '', message = '' } = (error as { body?: { __type?: string; message?: string } }).body ?? {};
    if (!__type.endsWith('ConditionalCheckFailedException')) throw error;
    return { Code: 'ConditionalCheckFailed', Message: message };
  }
}

/** The item of each part, by table. @throws AwsFailure if two parts name the same item */
async function keysOf(store: DynaliteStore, parts: readonly Part[]) {
  const keys = new Map<string, Set<string>>();
  for (const { input } of parts) {
    const { TableName, Item, Key } = input;
    const description = await new Promise<object>((resolve, reject) =>
      store.getTable(TableName, (error, found) => (error ? reject(error) : resolve(found as object))),
    );
    const key = createKey((Item ?? Key) as object, description);
    const known = keys.get(TableName) ?? new Set();
    if (known.has(key)) throw invalid('Transaction request cannot include multiple operations on one item');
    keys.set(TableName, known.add(key));
  }
  return keys;
}

/** In the order of tables and keys, so that two transactions never wait for each other. */
async function lockAll(store: DynaliteStore, keys: ReadonlyMap<string, ReadonlySet<string>>): Promise<() => void> {
  const releases: (() => void)[] = [];
  for (const table of [...keys.keys()].sort())
    for (const key of [...keys.get(table)!].sort())
      await new Promise<void>((locked) => {
        store.getItemDb(table).lock(key, (release: Release) => {
          releases.push(release<void>(() => undefined) as () => void);
          locked();
        });
      });
  return () => {
    for (const release of releases.reverse()) release();
  };
}
