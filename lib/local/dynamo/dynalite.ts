import { createRequire } from 'node:module';

// dynalite 4 is CommonJS without types, and we need the parts below its HTTP server: its store, its checks and its
// operations. The types here describe the pinned version (package.json).

export type Callback<T> = (error: unknown, value?: T) => void;
export type Release = <T>(callback: Callback<T>) => Callback<T>;

/** A part of the one LevelDB, its keys prefixed. */
export interface SubDb {
  get(key: string, callback: Callback<unknown>): void;
  put(key: string, value: unknown, callback: Callback<void>): void;
  del(key: string, callback: Callback<void>): void;
  lock(key: string, work: (release: Release) => void): void;
}

export type BatchOperation = { type: 'put'; key: string; value: unknown } | { type: 'del'; key: string };

export interface LevelIterator {
  close(): Promise<void>;
}

export interface DynaliteStore {
  readonly db: {
    get(key: string, callback: Callback<unknown>): void;
    getSync(key: string): unknown;
    keys(options: object): LevelIterator;
    values(options: object): LevelIterator;
    batch(operations: readonly BatchOperation[], callback: Callback<void>): void;
    close(callback: Callback<void>): void;
    open(options?: object): Promise<void>;
  };
  readonly tableDb: SubDb;
  getTable(table: string, ...more: [isRaw: boolean, callback: Callback<object>] | [callback: Callback<object>]): void;
  getItemDb(table: string): SubDb;
  getIndexDb(kind: string, table: string, index: string): SubDb;
}

interface Validation {
  readonly types: object;
  readonly custom?: object;
}

const require = createRequire(import.meta.url);

const database = require('dynalite/db') as {
  create(options: object): DynaliteStore;
  createKey(item: object, table: object): string;
};
/** The key of an item in its `SubDb`, for the table's description. */
export const createKey = (item: object, table: object) => database.createKey(item, table);
const checks = require('dynalite/validations') as {
  checkTypes(data: object, types: object): object;
  checkValidations(data: object, types: object, custom: object | undefined, store: DynaliteStore): void;
};

export const createStore = (path: string) =>
  database.create({ path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });

const OPERATIONS = [
  'BatchGetItem',
  'BatchWriteItem',
  'CreateTable',
  'DeleteItem',
  'DescribeTable',
  'DescribeTimeToLive',
  'GetItem',
  'ListTables',
  'PutItem',
  'Query',
  'Scan',
  'UpdateItem',
  'UpdateTable',
];

type Action = (store: DynaliteStore, data: object, callback: Callback<object>) => void;

/** An operation by its API name, checked and run; rejects with dynalite's `{ statusCode, body }`. */
export function loadOperations(store: DynaliteStore): ReadonlyMap<string, (input: object) => Promise<object>> {
  return new Map(
    OPERATIONS.map((name) => {
      const file = name.charAt(0).toLowerCase() + name.slice(1);
      const validation = require(`dynalite/validations/${file}`) as Validation;
      const action = require(`dynalite/actions/${file}`) as Action;
      const run = async (input: object) => {
        const data = checks.checkTypes(input, validation.types);
        checks.checkValidations(data, validation.types, validation.custom, store);
        return new Promise<object>((resolve, reject) => {
          action(store, data, (error, value = {}) => (error ? reject(error) : resolve(value)));
        });
      };
      return [name, run] as const;
    }),
  );
}
