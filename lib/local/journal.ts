import { existsSync, readFileSync } from 'node:fs';
import { open, rename, type FileHandle } from 'node:fs/promises';

/**
 * A file of JSON lines that survives `kill -9`: a line is on disk when `append` resolves (fdatasync), lines keep their
 * order, and lines that arrive during one sync share the next.
 */
export interface Journal<Entry> {
  append(entry: Entry): Promise<void>;
  /** Resolves when everything appended so far is on disk. */
  durable(): Promise<void>;
  /** Bytes in the file. */
  size(): number;
  /**
   * Replaces the file by these lines, as a whole or not at all. They must include everything appended up to the moment
   * when they are asked for, on disk or not; what is appended later follows them.
   */
  replace(entries: () => Iterable<Entry>): Promise<void>;
  close(): Promise<void>;
}

interface Opened<Entry> {
  readonly journal: Journal<Entry>;
  readonly entries: readonly Entry[];
}

/** Opens or creates the journal and reads its entries; removes a last line that a crash cut off. */
export async function openJournal<Entry>(path: string): Promise<Opened<Entry>> {
  const { entries, length } = readLines<Entry>(path);
  let file = await open(path, 'a');
  await file.truncate(length);
  let size = length;
  let buffer: string[] = [];
  let written: Promise<void> = Promise.resolve();
  let pending: Promise<void> | undefined;

  const flush = async () => {
    pending = undefined;
    if (buffer.length === 0) return;
    const bytes = Buffer.from(buffer.join(''));
    buffer = [];
    await file.appendFile(bytes);
    await file.datasync();
    size += bytes.length;
  };
  const inTurn = (work: () => Promise<void>) => (written = written.then(work));
  const durable = () => (pending ??= inTurn(flush));

  return {
    entries,
    journal: {
      append(entry) {
        buffer.push(`${JSON.stringify(entry)}\n`);
        return durable();
      },
      durable: () => (buffer.length > 0 ? durable() : written),
      size: () => size,
      replace: (next) =>
        inTurn(async () => {
          const bytes = Buffer.from([...next()].map((entry) => `${JSON.stringify(entry)}\n`).join(''));
          // The new lines already contain what still waits to be written. Written again later, it would move its branch
          // back.
          buffer = [];
          const fresh = await writeWhole(path, bytes);
          await file.close();
          file = fresh;
          size = bytes.length;
        }),
      async close() {
        await durable();
        await inTurn(() => file.close());
      },
    },
  };
}

async function writeWhole(path: string, bytes: Buffer): Promise<FileHandle> {
  const file = await open(`${path}.new`, 'w');
  await file.writeFile(bytes);
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
  return open(path, 'a');
}

/** @throws SyntaxError if a line other than the last is damaged: a crash cannot cause that, and guessing is not safe */
function readLines<Entry>(path: string): { entries: Entry[]; length: number } {
  if (!existsSync(path)) return { entries: [], length: 0 };
  const bytes = readFileSync(path);
  const length = bytes.lastIndexOf('\n') + 1;
  const lines = bytes.subarray(0, length).toString().split('\n').slice(0, -1);
  return { entries: lines.map((line) => JSON.parse(line) as Entry), length };
}
