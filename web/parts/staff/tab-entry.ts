import { isProblem, type Problem } from '../../kit.ts';
import type { Content } from '../../outbox/entry.ts';
import { readContent, readScan } from '../../outbox/shelf.ts';
import type { Known, Paper } from './use-draft.ts';

/** Which entry of the outbox this tab has on its counter, and its draft on the server; signing out removes it. */
const KEY = 'outbox-entry';
/** Milliseconds after which another tab is what has the entry, and not the page that this one was a moment ago. */
const PATIENCE = 2_000;

export const tabEntry = {
  get: () => sessionStorage.getItem(KEY)?.split(' ')[0],
  /** `web/pages/staff/counter.tsx` reads it, too. */
  set: (id: string, draft = '') => sessionStorage.setItem(KEY, `${id} ${draft}`),
  forget: () => sessionStorage.removeItem(KEY),
};

const lockOf = (id: string) => `outbox ${id}`;

export const isHeld = async (id: string): Promise<boolean> =>
  (await navigator.locks.query()).held?.some(({ name }) => name === lockOf(id)) ?? false;

/** Only one tab has an entry open. @returns what lets it go; undefined if another one has it */
export const hold = (id: string): Promise<(() => void) | undefined> =>
  new Promise((held) => {
    navigator.locks
      .request(
        lockOf(id),
        { signal: AbortSignal.timeout(PATIENCE) },
        () => new Promise<void>((release) => held(release)),
      )
      .catch(() => held(undefined));
  });

/** An entry that this tab goes on with. */
export interface Resumed {
  readonly id: string;
  readonly content: Content;
  readonly known: Known;
  readonly release: () => void;
}

/** What this tab had open before it was loaded again; undefined if there is nothing, or another tab has it. */
export async function resume(): Promise<Resumed | undefined> {
  const id = tabEntry.get();
  const release = id === undefined ? undefined : await hold(id);
  if (id === undefined || !release) {
    tabEntry.forget();
    return undefined;
  }
  try {
    const content = await readContent(id);
    const papers = await Promise.all(content.scans.map((scan) => paperOf(id, scan)));
    const { draft, attempt } = content;
    return { id, content, release, known: { papers, draft, attempt } };
  } catch {
    release();
    tabEntry.forget();
    return undefined;
  }
}

/** The bytes of a scan of a draft that was opened again are only on the server. */
async function paperOf(entry: string, { key, name, type, document, attachment }: Content['scans'][number]) {
  const bytes = await readScan(entry, key).catch((): Problem => ({ problem: 'server/failed' }));
  const paper: Paper = {
    ...{ key, name, type, document },
    ...(attachment !== undefined && { attachment }),
    ...(!isProblem(bytes) && { file: new File([bytes], name, { type }) }),
  };
  return paper;
}
