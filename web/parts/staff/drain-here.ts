import { call } from '../../kit.ts';
import { drain, untilNext, type Change } from '../../outbox/drain.ts';
import type { Content, Line } from '../../outbox/entry.ts';
import { sendEntry } from '../../outbox/send-entry.ts';
import { ownLines, putEntry, readContent, readScan } from '../../outbox/shelf.ts';
import { upload } from '../upload.ts';
import { isHeld } from './tab-entry.ts';

/** One tab at a time sends, or takes an entry out to change it. */
const LOCK = 'outbox';
const alone = <Result>(work: () => Promise<Result>): Promise<Result> => navigator.locks.request(LOCK, work);

/** Sends what waits in this browser's outbox. @returns milliseconds until more may be tried; undefined if nothing waits */
export async function drainHere(): Promise<number | undefined> {
  await alone(() =>
    drain({
      ...{ lines: ownLines, send, change, arrived },
      now: () => Date.now(),
      random: () => Math.random(),
    }),
  );
  return untilNext(await ownLines(), Date.now());
}

/** Before a step it is on the disk what is tried: otherwise the step is not made. */
const keep = (id: string) => async (content: Content) => {
  const unkept = await putEntry(id, { content });
  if (unkept) throw new Error(`the outbox could not be written: ${unkept}`);
};

const send = async ({ id: entry }: Line) =>
  sendEntry(await readContent(entry), {
    begin: ({ key, body }) => call('POST /requests', { body, headers: { 'idempotency-key': key } }),
    discard: (id) => call('DELETE /requests/{id}', { params: { id } }),
    fill: (id, body) => call('PUT /requests/{id}/form', { params: { id }, body }),
    attach: async (id, { key, name, type, document }) =>
      upload(id, new File([await readScan(entry, key)], name, { type }), document, {
        onProgress: () => {},
        signal: new AbortController().signal,
      }),
    keep: keep(entry),
    newId: () => crypto.randomUUID(),
  });

async function change(id: string, { problem, ...line }: Change) {
  const content = problem && (await readContent(id).catch(() => undefined));
  await putEntry(id, { ...line, ...(content && { content: { ...content, problem } }) });
}

/** The server has its form and scans: here stays only which draft waits for a signature. */
const arrived = (id: string, { title, typed, basics, draft }: Content) =>
  putEntry(id, {
    state: 'to-sign',
    content: { title, typed: who(typed), basics, form: {}, scans: [], draft },
  });

const who = ({ iin = '', fullName = '' }: Content['typed']) => ({ iin, fullName });

/** Out of the queue, to be changed on the page. @returns false if it has been sent meanwhile, or another tab has it */
export const takeOut = (id: string): Promise<boolean> =>
  alone(async () => {
    const line = (await ownLines()).find((each) => each.id === id);
    if (!line || line.state === 'to-sign' || (await isHeld(id))) return false;
    return (await putEntry(id, { state: 'open', tries: 0, next: 0 })) === undefined;
  });

/** A person asks to try again at once. */
export const tryAgain = (id: string): Promise<unknown> =>
  alone(() => putEntry(id, { state: 'waiting', tries: 0, next: 0 }));
