import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openJournal } from '../journal.ts';

/** What is kept of an object besides its bytes. */
export interface ObjectFacts {
  readonly bucket: string;
  readonly key: string;
  readonly size: number;
  readonly etag: string;
  /** Milliseconds since the epoch. */
  readonly modified: number;
  /** content-type, x-amz-meta-…, x-amz-checksum-… and the like, to be sent with the object. */
  readonly headers: Readonly<Record<string, string>>;
  /** Name of the file with the bytes. */
  readonly file: string;
}

type Entry = { readonly put: ObjectFacts } | { readonly remove: Pick<ObjectFacts, 'bucket' | 'key'> };

/** This many superseded lines are worth a new list. */
const COMPACT_LINES = 1000;

export type Objects = Awaited<ReturnType<typeof openObjects>>;

/**
 * Objects of all buckets: bytes in a file each, facts in a journal. A new object is there when its line is: after a
 * crash there is the old object or the new one, whole.
 */
export async function openObjects(folder: string) {
  const files = join(folder, 'files');
  await mkdir(files, { recursive: true });
  const { journal, entries } = await openJournal<Entry>(join(folder, 'objects.jsonl'));
  const known = new Map<string, ObjectFacts>();
  const idOf = ({ bucket, key }: Pick<ObjectFacts, 'bucket' | 'key'>) => `${bucket}/${key}`;
  for (const entry of entries)
    if ('put' in entry) known.set(idOf(entry.put), entry.put);
    else known.delete(idOf(entry.remove));
  if (entries.length > known.size + COMPACT_LINES)
    await journal.replace(() => [...known.values()].map((put) => ({ put })));
  const used = new Set([...known.values()].map(({ file }) => file));
  for (const file of await readdir(files)) if (!used.has(file)) await rm(join(files, file));

  const forget = async (facts: ObjectFacts | undefined) => {
    if (facts) await rm(join(files, facts.file), { force: true });
  };

  return {
    find: (bucket: string, key: string) => known.get(`${bucket}/${key}`),
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

    async put(facts: Omit<ObjectFacts, 'file' | 'size'>, bytes: Buffer): Promise<ObjectFacts> {
      const put = { ...facts, size: bytes.length, file: randomUUID() };
      const file = await open(join(files, put.file), 'wx');
      await file.writeFile(bytes);
      await file.datasync();
      await file.close();
      const before = known.get(idOf(put));
      known.set(idOf(put), put);
      await journal.append({ put });
      await forget(before);
      return put;
    },

    async remove(bucket: string, key: string) {
      const before = known.get(`${bucket}/${key}`);
      if (!before) return;
      known.delete(idOf(before));
      await journal.append({ remove: { bucket, key } });
      await forget(before);
    },

    /** In the order of UTF-8 bytes, as S3 lists. */
    list: (bucket: string, prefix: string, after: string) =>
      [...known.values()]
        .filter((each) => each.bucket === bucket && each.key.startsWith(prefix) && compare(each.key, after) > 0)
        .sort((a, b) => compare(a.key, b.key)),

    close: () => journal.close(),
  };
}

const compare = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
