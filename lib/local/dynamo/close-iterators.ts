import type { DynaliteStore, LevelIterator } from './dynalite.ts';

/**
 * Lets dynalite's streams close their iterators. A stream that ends calls `return`, which a generator has but an
 * iterator of abstract-level does not. Without this, each Query and Scan left an iterator open for ever, with 13 KB of
 * memory and a snapshot of the files.
 */
export function closeIterators({ db }: DynaliteStore) {
  for (const list of ['keys', 'values'] as const) {
    const open = db[list].bind(db);
    db[list] = (options): LevelIterator => {
      const iterator = open(options);
      return Object.assign(iterator, { return: () => iterator.close() });
    };
  }
}
