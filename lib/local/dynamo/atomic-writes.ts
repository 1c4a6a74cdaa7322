import { AsyncLocalStorage } from 'node:async_hooks';
import type { BatchOperation, Callback, DynaliteStore, Release, SubDb } from './dynalite.ts';

/** Rows of indexes that wait for their item. */
const waiting = new AsyncLocalStorage<BatchOperation[]>();
/** What the running part of a transaction would write; the transaction holds the locks of its items. */
const collected = new AsyncLocalStorage<BatchOperation[]>();

/**
 * Makes each item's write one LevelDB batch. dynalite writes an item's index rows first and the item last, each
 * separately: a process killed in between leaves index rows without their item. Here index rows wait for the item, and
 * all are written together. Every write holds the lock of its item, so its list of waiting rows begins there.
 */
export function makeWritesAtomic(store: DynaliteStore) {
  const itemDb = store.getItemDb.bind(store);
  const indexDb = store.getIndexDb.bind(store);
  const items = new Map<string, SubDb>();
  const indexes = new Map<string, SubDb>();

  const waitingList = () => {
    const list = waiting.getStore();
    if (!list) throw new Error('dynamo: a write without the lock of its item');
    return list;
  };

  const write = (item: BatchOperation, callback: Callback<void>) => {
    const operations = [...waitingList(), item];
    const list = collected.getStore();
    if (!list) return store.db.batch(operations, callback);
    list.push(...operations);
    callback(null);
  };

  const overItem = (base: SubDb, prefix: string): SubDb => ({
    ...base,
    lock: (key, work) =>
      collected.getStore()
        ? waiting.run([], () => work(isHeld))
        : base.lock(key, (release) => waiting.run([], () => work(release))),
    put: (key, value, callback) => write({ type: 'put', key: prefix + key, value }, callback),
    del: (key, callback) => write({ type: 'del', key: prefix + key }, callback),
  });

  const overIndex = (base: SubDb, prefix: string): SubDb => ({
    ...base,
    put: (key, value, callback) => {
      waitingList().push({ type: 'put', key: prefix + key, value });
      callback(null);
    },
    del: (key, callback) => {
      waitingList().push({ type: 'del', key: prefix + key });
      callback(null);
    },
  });

  store.getItemDb = (table) => remember(items, `item-${table}~`, (prefix) => overItem(itemDb(table), prefix));
  store.getIndexDb = (kind, table, index) =>
    remember(indexes, `index-${kind.toLowerCase()}~${table}~${index}~`, (prefix) =>
      overIndex(indexDb(kind, table, index), prefix),
    );
}

/** The lock of an item that the transaction has taken before. */
const isHeld: Release = (callback) => callback;

/** What an operation would write; nothing is written. The caller holds the locks of its items. */
export async function collectWrites<Result>(operation: () => Promise<Result>) {
  const writes: BatchOperation[] = [];
  const result = await collected.run(writes, operation);
  return { result, writes };
}

function remember(known: Map<string, SubDb>, prefix: string, make: (prefix: string) => SubDb): SubDb {
  const found = known.get(prefix) ?? make(prefix);
  known.set(prefix, found);
  return found;
}
