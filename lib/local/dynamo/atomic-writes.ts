import { AsyncLocalStorage } from 'node:async_hooks';
import type { BatchOperation, DynaliteStore, SubDb } from './dynalite.ts';

/**
 * Makes each item's write one LevelDB batch. dynalite writes an item's index rows first and the item last, each
 * separately: a process killed in between leaves index rows without their item. Here index rows wait for the item, and
 * all are written together. Every write holds the lock of its item, so its list of waiting rows begins there.
 */
export function makeWritesAtomic(store: DynaliteStore) {
  const waiting = new AsyncLocalStorage<BatchOperation[]>();
  const itemDb = store.getItemDb.bind(store);
  const indexDb = store.getIndexDb.bind(store);
  const items = new Map<string, SubDb>();
  const indexes = new Map<string, SubDb>();

  const waitingList = () => {
    const list = waiting.getStore();
    if (!list) throw new Error('dynamo: a write without the lock of its item');
    return list;
  };

  const overItem = (base: SubDb, prefix: string): SubDb => ({
    ...base,
    lock: (key, work) => base.lock(key, (release) => waiting.run([], () => work(release))),
    put: (key, value, callback) =>
      store.db.batch([...waitingList(), { type: 'put', key: prefix + key, value }], callback),
    del: (key, callback) => store.db.batch([...waitingList(), { type: 'del', key: prefix + key }], callback),
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

function remember(known: Map<string, SubDb>, prefix: string, make: (prefix: string) => SubDb): SubDb {
  const found = known.get(prefix) ?? make(prefix);
  known.set(prefix, found);
  return found;
}
