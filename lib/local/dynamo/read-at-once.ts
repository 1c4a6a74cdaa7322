import type { Callback, DynaliteStore } from './dynalite.ts';

/**
 * Lets dynalite read without leaving the thread. LevelDB answers from its cache in some microseconds; a hop to the thread pool and
 * back costs ten times as much, and an operation makes two. Descriptions of tables are read once: they change when the platform starts,
 * by `tableDb`.
 */
export function readAtOnce(store: DynaliteStore): void {
  const { db, tableDb } = store;
  db.get = (key, callback) => {
    let value: unknown;
    try {
      value = db.getSync(key);
    } catch (error) {
      return callback(error);
    }
    callback(null, value);
  };

  const tables = new Map<string, object>();
  const getTable = store.getTable.bind(store);
  const forget =
    <Given extends [string, ...unknown[]]>(change: (...given: Given) => void) =>
    (...given: Given) => {
      tables.delete(given[0]);
      change(...given);
    };
  tableDb.put = forget(tableDb.put.bind(tableDb));
  tableDb.del = forget(tableDb.del.bind(tableDb));
  // With a status to check comes a change of the table itself, which must not find what others have.
  store.getTable = (name: string, ...more: [boolean, Callback<object>] | [Callback<object>]) => {
    if (more.length === 2) return getTable(name, ...more);
    const [callback] = more;
    const known = tables.get(name);
    if (known) return callback(null, known);
    getTable(name, (error, table) => {
      if (table && isActive(table)) tables.set(name, table);
      callback(error, table);
    });
  };
}

const isActive = (table: object) => (table as { readonly TableStatus?: string }).TableStatus === 'ACTIVE';
