import { useRef, useState } from 'preact/hooks';
import type { Sent } from '../../api/call.ts';
import { call, isProblem, rename, type Answer, type Problem } from '../../kit.ts';
import { OTHER } from '../../../lib/domain/regulation/documents-in.ts';
import { shrink } from '../shrink.ts';
import { LIMIT, typeOf, upload } from '../upload.ts';

type Request = Answer<'GET /requests/{id}'>;
type Begun = NonNullable<Sent<'POST /requests'>['body']>;
/** Who files what, how and where; if any of these changes, it is another draft. */
export type Basics = Omit<Begun, 'form'>;

/** A scan at the counter: in the page from the start, on the server once there is a draft. */
export interface Paper {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  /** The code of the document that it shows. */
  readonly document: string;
  /** Absent for scans that came with a draft that was opened again. */
  readonly file?: File;
  readonly attachment?: string;
  /** 0 to 1, while it is being uploaded. */
  readonly part?: number;
  readonly fault?: 'type' | 'size' | 'line';
}

const brought = ({ id, name, type, document = OTHER }: Request['attachments'][number]): Paper => ({
  ...{ key: id, name, type, document, attachment: id },
});

/** The visitor's application on the server, begun when it is needed, with its scans. One thing is done at a time. */
export function useDraft(begun?: Request) {
  const [papers, setPapers] = useState<readonly Paper[]>((begun?.attachments ?? []).map(brought));
  const [id, setId] = useState(begun?.id);
  const now = useRef({
    ...{ id: begun?.id, formVersion: begun?.formVersion },
    ...{ papers, basics: '', repeat: { body: '', key: '' }, last: Promise.resolve() },
  });
  const put = (change: (all: readonly Paper[]) => readonly Paper[]) => {
    now.current.papers = change(now.current.papers);
    setPapers(now.current.papers);
  };
  const mark = (key: string, state: Partial<Paper>) =>
    put((all) => all.map((paper) => (paper.key === key ? { ...paper, ...state } : paper)));
  const keep = (next: string | undefined) => {
    now.current.id = next;
    setId(next);
    rename(next === undefined ? '/app/counter' : `/app/counter/${next}`);
  };
  const alone = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const done = now.current.last.then(work);
    now.current.last = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  };

  const send = async (basics: Basics, form: Readonly<Record<string, string>>): Promise<string | Problem> => {
    const { id: before, formVersion, basics: wanted, repeat } = now.current;
    const asked = JSON.stringify(basics);
    if (before !== undefined && (wanted === asked || wanted === '')) {
      const changed = await call('PUT /requests/{id}/form', { params: { id: before }, body: { form, formVersion } });
      if (isProblem(changed)) return changed;
      now.current.formVersion = changed.formVersion;
      return before;
    }
    const body = { ...basics, form };
    const text = JSON.stringify(body);
    // For an answer that was lost: the same key and body give the same draft.
    if (repeat.body !== text) now.current.repeat = { body: text, key: crypto.randomUUID() };
    const made = await call('POST /requests', { body, headers: { 'idempotency-key': now.current.repeat.key } });
    if (isProblem(made)) return made;
    if (before !== undefined) void call('DELETE /requests/{id}', { params: { id: before } });
    now.current.basics = asked;
    now.current.formVersion = made.formVersion;
    put(takeBack);
    keep(made.id);
    return made.id;
  };

  const bring = async (draft: string): Promise<Problem | undefined> => {
    for (const { key, file, document, attachment, fault } of now.current.papers) {
      if (!file || attachment !== undefined || fault === 'type' || fault === 'size') continue;
      mark(key, { part: 0 });
      const done = await upload(draft, file, document, {
        onProgress: (part) => mark(key, { part }),
        signal: new AbortController().signal,
      });
      put((all) => all.map((paper) => (paper.key === key ? afterUpload(paper, done) : paper)));
      if (isProblem(done)) return done;
    }
    return undefined;
  };

  const takeAway = async (key: string): Promise<Problem | undefined> => {
    const paper = now.current.papers.find((each) => each.key === key);
    const { id: draft } = now.current;
    if (paper?.attachment === undefined || draft === undefined) return undefined;
    const gone = await call('DELETE /requests/{id}/attachments/{attachment}', {
      params: { id: draft, attachment: paper.attachment },
    });
    return isProblem(gone) ? gone : undefined;
  };

  return {
    id,
    papers,
    /** Visitor and service cannot be changed once the draft has scans that the page does not have. */
    isFixed: begun !== undefined && now.current.basics === '',
    add: (files: readonly File[]) =>
      Promise.all(
        files.map(async (chosen) => {
          const file = typeOf(chosen) === undefined ? chosen : await shrink(chosen);
          const fault = typeOf(file) === undefined ? 'type' : file.size > LIMIT ? 'size' : undefined;
          const paper: Paper = {
            key: crypto.randomUUID(),
            name: file.name,
            type: file.type,
            document: OTHER,
            file,
            ...(fault && { fault }),
          };
          put((all) => [...all, paper]);
        }),
      ),
    remove: (key: string) =>
      alone(async () => {
        const gone = await takeAway(key);
        if (!isProblem(gone)) put((all) => all.filter((each) => each.key !== key));
        return gone;
      }),
    /** Says which document a scan of this page shows; a scan that is sent already is sent again. */
    name: (key: string, document: string) =>
      alone(async () => {
        const gone = await takeAway(key);
        if (!isProblem(gone))
          put((all) => all.map((each) => (each.key === key ? { ...unsent(each), document } : each)));
        return gone;
      }),
    /**
     * Saves the draft as it is filled in, with all its scans. @returns its id, or what went wrong; repeating the call
     * continues
     */
    prepare: (basics: Basics, form: Readonly<Record<string, string>>): Promise<string | Problem> =>
      alone(async () => {
        const draft = await send(basics, form);
        if (isProblem(draft)) return draft;
        return (await bring(draft)) ?? draft;
      }),
    /** The person has compared it with what another window saved, and chosen. */
    see: (formVersion: number | undefined) => {
      now.current.formVersion = formVersion;
    },
    /** It was turned away, and the next application is another one; the scans stay in the page. */
    forget: () => {
      put(takeBack);
      now.current.basics = '';
      keep(undefined);
    },
    discard: () => {
      const { id: draft } = now.current;
      if (draft !== undefined) void call('DELETE /requests/{id}', { params: { id: draft } });
      keep(undefined);
    },
  };
}

const unsent = ({ key, name, type, document, file }: Paper): Paper => ({
  ...{ key, name, type, document, ...(file && { file }) },
});

const afterUpload = (paper: Paper, done: string | Problem): Paper => ({
  ...unsent(paper),
  ...(isProblem(done) ? { fault: 'line' } : { attachment: done }),
});

/** The scans of a draft that is gone, if the page has them. */
const takeBack = (all: readonly Paper[]): readonly Paper[] =>
  all.flatMap((paper) => (paper.file ? [{ ...unsent(paper), ...(paper.fault && { fault: paper.fault }) }] : []));

export type Draft = ReturnType<typeof useDraft>;
