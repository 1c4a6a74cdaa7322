import { answerOf, within } from './database.ts';
import { refuseRoom, type Content, type Line, type State, type Unkept } from './entry.ts';
import { employeeHere, keyOf, ownKey, ownKeyId, type SessionKey } from './keys.ts';
import type { SealedOperator } from './operator.ts';
import { seal, sealValue, unseal, unsealValue, type Sealed } from './seal.ts';
import { tellOutbox } from './watch.ts';

interface Entry extends Line {
  readonly content: Sealed;
  /** Bytes of its scans, by their key. */
  readonly sizes: Readonly<Record<string, number>>;
}
interface SealedScan extends Sealed {
  readonly id: string;
}

const placeOf = (entry: string, scan: string) => `${entry}/${scan}`;
/** Of all scans of an entry: `0` follows `/`. */
const scansOf = (entry: string) => IDBKeyRange.bound(`${entry}/`, `${entry}0`, false, true);
const ALL = ['entries', 'scans', 'keys', 'operators'] as const;

/** What is in the outbox of this browser, oldest first; of all employees. */
export async function listOutbox(): Promise<readonly Line[]> {
  const all = await within(['entries'], 'readonly', (store) => answerOf(store('entries').getAll()));
  return (all as Entry[]).toSorted((one, other) => one.at - other.at);
}

export async function ownLines(): Promise<readonly Line[]> {
  const account = employeeHere();
  return (await listOutbox()).filter((line) => line.account === account);
}

const find = async (id: string) =>
  (await within(['entries'], 'readonly', (store) => answerOf(store('entries').get(id)))) as Entry | undefined;

/** @throws if the entry or its key is gone, or it is another employee's */
export async function readContent(id: string): Promise<Content> {
  const entry = await find(id);
  if (!entry || entry.account !== employeeHere()) throw new Error('the entry is gone');
  return (await unsealValue(await keyOf(entry.key), entry.content, id)) as Content;
}

/** @throws if the scan or its key is gone */
export async function readScan(entry: string, scan: string): Promise<ArrayBuffer> {
  const place = placeOf(entry, scan);
  const sealed = await within(['scans'], 'readonly', (store) => answerOf(store('scans').get(place)));
  const line = await find(entry);
  if (!line || !sealed) throw new Error('the scan is gone');
  return unseal(await keyOf(line.key), sealed as SealedScan, place);
}

interface Put extends Partial<Pick<Line, 'state' | 'tries' | 'next'>> {
  readonly content?: Content;
  /** Of its scans, by their key; those that are kept already are not sealed again. */
  readonly files?: ReadonlyMap<string, Blob>;
}

/**
 * Keeps an entry, new or changed, as a whole: if there is no room, nothing has changed. Scans that its content no longer names
 * are removed. @returns why it was not kept
 */
export async function putEntry(id: string, { content, files, ...change }: Put): Promise<Unkept | undefined> {
  if (!globalThis.crypto?.subtle || !globalThis.indexedDB) return 'absent';
  try {
    const [before, own] = [await find(id), await ownKey()];
    if (!own || (before ? before.account !== own.account : !content)) return 'absent';
    const key = before ? await keyOf(before.key) : own.key;
    const scans = await sealScans(key, id, files, before?.sizes ?? {});
    const sealed = content ? await sealValue(key, content, id) : before!.content;
    const named = content?.scans.map((each) => each.key) ?? Object.keys(before?.sizes ?? {});
    const known = {
      ...before?.sizes,
      ...Object.fromEntries([...scans].map(([scan, { data }]) => [scan, data.byteLength])),
    };
    const sizes = Object.fromEntries(named.flatMap((scan) => (known[scan] === undefined ? [] : [[scan, known[scan]]])));
    const bytes = Object.values(sizes).reduce((sum, size) => sum + size, sealed.data.byteLength);
    const entry: Entry = {
      ...(before ?? begin(id, own)),
      ...change,
      ...(content && progressOf(content)),
      ...{ bytes, sizes, content: sealed },
    };
    return await keep(
      entry,
      scans,
      Object.keys(known).filter((scan) => sizes[scan] === undefined),
    );
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'absent';
  }
}

async function keep(entry: Entry, scans: ReadonlyMap<string, Sealed>, dropped: readonly string[]) {
  const refused = await within(['entries', 'scans', 'keys'], 'readwrite', async (store) => {
    // Nothing is kept any more for an employee who has signed out meanwhile.
    if (!(await answerOf(store('keys').get(entry.key)))) return 'absent' as const;
    const room = refuseRoom((await answerOf(store('entries').getAll())) as Entry[], entry);
    if (room) return room;
    for (const [scan, sealed] of scans) store('scans').put({ id: placeOf(entry.id, scan), ...sealed });
    for (const scan of dropped) store('scans').delete(placeOf(entry.id, scan));
    store('entries').put(entry);
    return undefined;
  });
  tellOutbox();
  return refused;
}

const begin = (id: string, own: SessionKey) => ({
  ...{ id, account: own.account, key: own.id, at: Date.now() },
  ...{ state: 'open' as State, tries: 0, next: 0, sent: 0, scans: 0 },
});

const progressOf = ({ scans, draft }: Content) => ({
  ...{ scans: scans.length, sent: scans.filter(({ attachment }) => attachment !== undefined).length },
  request: draft?.id,
});

async function sealScans(
  key: CryptoKey,
  id: string,
  files: ReadonlyMap<string, Blob> = new Map(),
  had: Readonly<Record<string, number>>,
) {
  const made = new Map<string, Sealed>();
  for (const [scan, file] of files)
    if (had[scan] === undefined) made.set(scan, await seal(key, await file.arrayBuffer(), placeOf(id, scan)));
  return made;
}

/** Removes entries with their scans, and keys that nothing needs any more. */
export async function removeEntries(which: (line: Line) => boolean): Promise<void> {
  await within(ALL, 'readwrite', async (store) => {
    const needed = new Set([ownKeyId()]);
    for (const entry of (await answerOf(store('entries').getAll())) as Entry[])
      if (which(entry)) {
        store('entries').delete(entry.id);
        store('scans').delete(scansOf(entry.id));
      } else needed.add(entry.key);
    for (const { key } of (await answerOf(store('operators').getAll())) as SealedOperator[]) needed.add(key);
    for (const id of await answerOf(store('keys').getAllKeys())) if (!needed.has(String(id))) store('keys').delete(id);
  });
  tellOutbox();
}

/** Everything of the employee who signs out here. */
export async function forgetEmployee(account: string): Promise<void> {
  await within(['keys', 'operators'], 'readwrite', async (store) => {
    for (const key of (await answerOf(store('keys').getAll())) as SessionKey[])
      if (key.account === account) store('keys').delete(key.id);
    store('operators').delete(account);
  });
  await removeEntries((line) => line.account === account);
}
