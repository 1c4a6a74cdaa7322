/** All of it is in one database, so that nothing is half kept. */
const NAME = 'outbox';
const VERSION = 1;

/** Stores and where their records have their key. */
const stores = {
  keys: 'id',
  entries: 'id',
  scans: 'id',
  operators: 'account',
  catalogue: 'question',
} as const;
type StoreName = keyof typeof stores;

const opened = () =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(NAME, VERSION);
    opening.addEventListener('upgradeneeded', () => {
      for (const [name, keyPath] of Object.entries(stores)) opening.result.createObjectStore(name, { keyPath });
    });
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error));
  });

export const answerOf = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });

/**
 * Does `work` within one transaction, which is on the disk when this resolves. `work` may wait only for the database's own
 * answers.
 */
export async function within<Value>(
  names: readonly StoreName[],
  mode: 'readonly' | 'readwrite',
  work: (store: (name: StoreName) => IDBObjectStore) => Promise<Value>,
): Promise<Value> {
  const database = await opened();
  try {
    const transaction = database.transaction([...names], mode, { durability: 'strict' });
    const ended = new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error));
    });
    const [value] = await Promise.all([work((name) => transaction.objectStore(name)), ended]);
    return value;
  } finally {
    database.close();
  }
}
