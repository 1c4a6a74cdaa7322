import { useEffect, useRef, useState } from 'preact/hooks';
import type { Content, State, Unkept } from '../../outbox/entry.ts';
import { putEntry, removeEntries } from '../../outbox/shelf.ts';
import { hold, tabEntry, type Resumed } from './tab-entry.ts';
import type { Known } from './use-draft.ts';

interface Asked {
  readonly resumed: Resumed | undefined;
  /** Whether the line is cut: from then on every change is kept, until the server has it. */
  readonly isCut: boolean;
  /** What is on the page; undefined if nothing was typed. */
  readonly now: () => { readonly content: Omit<Content, keyof Known | 'scans'>; readonly known: Known } | undefined;
  /** Changes whenever something on the page does. */
  readonly changed: string;
}

/** Keeps the application on the page in this browser's outbox while there is no connection. */
export function useAside({ resumed, isCut, now, changed }: Asked) {
  const [isKept, setKept] = useState(resumed !== undefined);
  const [unkept, setUnkept] = useState<Unkept>();
  const latest = useRef(now);
  latest.current = now;
  const here = useRef({
    ...{ id: resumed?.id, release: resumed?.release, isDue: false },
    last: Promise.resolve() as Promise<Unkept | undefined>,
  });

  const write = async (state: State): Promise<Unkept | undefined> => {
    const found = latest.current();
    if (!found) return undefined;
    if (here.current.id === undefined) {
      const id = crypto.randomUUID();
      here.current.id = id;
      here.current.release = await hold(id);
      void navigator.storage?.persist?.();
    }
    const { draft, attempt, papers } = found.known;
    const good = papers.filter(({ fault }) => fault === undefined || fault === 'line');
    const scans = good.map(({ key, name, type, document, attachment }) => ({
      ...{ key, name, type, document },
      ...(attachment !== undefined && { attachment }),
    }));
    const files = new Map(good.flatMap(({ key, file }) => (file ? [[key, file] as const] : [])));
    const content = { ...found.content, scans, draft, attempt };
    const refused = await putEntry(here.current.id, { state, content, files });
    tabEntry.set(here.current.id, draft?.id);
    setUnkept(refused);
    setKept(refused === undefined);
    return refused;
  };
  /** One after another; what is due already brings the latest change with it. */
  const queue = (work: () => Promise<Unkept | undefined>) => {
    const done = here.current.last.then(work);
    here.current.last = done.catch(() => undefined);
    return done;
  };
  const letGo = () => {
    here.current.release?.();
    Object.assign(here.current, { id: undefined, release: undefined });
    tabEntry.forget();
    setKept(false);
    setUnkept(undefined);
  };

  useEffect(() => {
    const { id, isDue } = here.current;
    if (isDue || (!isCut && id === undefined)) return;
    here.current.isDue = true;
    void queue(() => {
      here.current.isDue = false;
      return isCut || here.current.id !== undefined ? write('open') : Promise.resolve(undefined);
    });
  }, [changed, isCut]);

  // On another page of this tab it can be opened again.
  useEffect(() => () => void here.current.last.then(() => here.current.release?.()), []);

  return {
    isKept,
    unkept,
    /** To be sent by itself as soon as there is a connection; the page lets go of it. @returns why not */
    setAside: () =>
      queue(async () => {
        const refused = await write('waiting');
        if (refused === undefined) letGo();
        return refused;
      }),
    /** Keeps it as it is now, before the page is left. */
    keep: () => queue(() => write('open')),
    /** It stays in the outbox, unfinished. */
    leave: () =>
      queue(async () => {
        letGo();
        return undefined;
      }),
    /** The server has everything. */
    drop: () =>
      queue(async () => {
        const { id } = here.current;
        if (id !== undefined) {
          await removeEntries((line) => line.id === id);
          letGo();
        }
        return undefined;
      }),
  };
}
