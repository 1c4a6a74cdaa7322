import { ClassicLevel } from 'classic-level';
import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { levelLimits } from '../level-limits.ts';

/** What is stored about an object besides its bytes. */
export interface ObjectFacts {
  readonly bucket: string;
  readonly key: string;
  readonly size: number;
  readonly etag: string;
  /** Milliseconds since the epoch. */
  readonly modified: number;
  /** content-type, x-amz-meta-…, x-amz-checksum-… and the like, sent with the object. */
  readonly headers: Readonly<Record<string, string>>;
  /** Name of the file with the bytes. */
  readonly file: string;
}

/** Whether an object may take the place of what is there. */
type Condition = (present: ObjectFacts | undefined) => boolean;

export type Objects = Awaited<ReturnType<typeof openObjects>>;

/**
 * Objects of all buckets: the bytes of each in a file, their facts in LevelDB, nothing in memory. A new object exists
 * once its facts do: after a crash there is the old object or the new one, complete. `loose` names files that no facts
 * name yet, or no longer; what a crash left of them is deleted at the next start.
 */
export async function openObjects(folder: string) {
  const files = join(folder, 'files');
  await mkdir(files, { recursive: true });
  const level = new ClassicLevel(join(folder, 'facts'), { valueEncoding: 'json', ...levelLimits });
  const known = level.sublevel<string, ObjectFacts>('object', { valueEncoding: 'json' });
  const loose = level.sublevel<string, true>('loose', { valueEncoding: 'json' });
  await level.open();

  const idOf = (bucket: string, key: string) => `${bucket}/${key}`;
  const removeFile = async (file: string) => {
    await rm(join(files, file), { force: true });
    await loose.del(file);
  };
  for (const file of await loose.keys().all()) await removeFile(file);

  /** Writes to one object wait for each other, so that each sees the file that it replaces. */
  const turns = new Map<string, Promise<unknown>>();
  function inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
    const turn = (turns.get(id) ?? Promise.resolve()).then(work, work);
    turns.set(id, turn);
    const forget = () => turns.get(id) === turn && turns.delete(id);
    turn.then(forget, forget);
    return turn;
  }

  /** Replaces the former facts by `facts`, or by nothing, if what is there lets it; the old bytes are deleted. Whether it did. */
  const replace = (id: string, facts: ObjectFacts | undefined, isLet: Condition = () => true) =>
    inTurn(id, async () => {
      const before = await known.get(id);
      if (!isLet(before)) return false;
      const batch = level.batch();
      if (facts) batch.put(id, facts, { sublevel: known }).del(facts.file, { sublevel: loose });
      else batch.del(id, { sublevel: known });
      if (before) batch.put(before.file, true, { sublevel: loose });
      await batch.write({ sync: true });
      if (before) await removeFile(before.file);
      return true;
    });

  return {
    find: (bucket: string, key: string): Promise<ObjectFacts | undefined> => known.get(idOf(bucket, key)),
    read: ({ file }: ObjectFacts) => readFile(join(files, file)),

    /** From the first to the last byte, both counted from 0 and both included. */
    async readRange({ file }: ObjectFacts, first: number, last: number): Promise<Buffer> {
      const opened = await open(join(files, file));
      try {
        return (await opened.read({ position: first, buffer: Buffer.alloc(last - first + 1) })).buffer;
      } finally {
        await opened.close();
      }
    },

    /** Whether what is there let it. */
    async put(facts: Omit<ObjectFacts, 'file' | 'size'>, bytes: Buffer, isLet?: Condition): Promise<boolean> {
      const put = { ...facts, size: bytes.length, file: randomUUID() };
      await loose.put(put.file, true);
      const file = await open(join(files, put.file), 'wx');
      await file.writeFile(bytes);
      await file.datasync();
      await file.close();
      const isPut = await replace(idOf(put.bucket, put.key), put, isLet);
      if (!isPut) await removeFile(put.file);
      return isPut;
    },

    remove: (bucket: string, key: string) => replace(idOf(bucket, key), undefined),

    /** At most `limit` of a bucket's objects whose keys begin with `prefix` and come after `after`, in the order of UTF-8 bytes. */
    async list(bucket: string, prefix: string, after: string, limit: number): Promise<readonly ObjectFacts[]> {
      const from = Buffer.compare(Buffer.from(prefix), Buffer.from(after)) > 0 ? { gte: prefix } : { gt: after };
      const found: ObjectFacts[] = [];
      const range = Object.fromEntries(Object.entries(from).map(([bound, key]) => [bound, idOf(bucket, key)]));
      for await (const facts of known.values(range)) {
        const within = facts.bucket === bucket && facts.key.startsWith(prefix);
        if (!within || found.length === limit) break;
        found.push(facts);
      }
      return found;
    },

    close: () => level.close(),
  };
}
