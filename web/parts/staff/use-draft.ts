import type { FormValues } from '../../../lib/domain/regulation/form-values.ts';
import { useRef, useState } from 'preact/hooks';
import { call, isProblem, rename, type Answer, type Problem } from '../../kit.ts';
import { OTHER } from '../../../lib/domain/regulation/documents-in.ts';
import { isRefused } from '../../outbox/drain.ts';
import { basicsOf, type Attempt, type Basics, type Content } from '../../outbox/entry.ts';
import { shrink } from '../shrink.ts';
import { LIMIT, typeOf, upload } from '../upload.ts';

type Request = Answer<'GET /requests/{id}'>;

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

/** What the page knows of an application that it continues: from the server, or from this browser's outbox. */
export interface Known {
  readonly papers: readonly Paper[];
  readonly draft?: Content['draft'];
  readonly attempt?: Attempt | undefined;
}

export const knownOf = ({ id, formVersion, attachments }: Request): Known => ({
  papers: attachments.map(brought),
  draft: { id, formVersion, basics: '' },
});

/** The visitor's application on the server, begun when it is needed, with its scans. One thing is done at a time. */
export function useDraft(known: Known = { papers: [] }) {
  const [papers, setPapers] = useState(known.papers);
  const [id, setId] = useState(known.draft?.id);
  const now = useRef({
    ...{ id, formVersion: known.draft?.formVersion, basics: known.draft?.basics ?? '' },
    ...{ papers, attempt: known.attempt, last: Promise.resolve() },
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

  const begin = async (attempt: Attempt): Promise<Problem | undefined> => {
    now.current.attempt = attempt;
    const { id: before } = now.current;
    const { key, body } = attempt;
    const made = await call('POST /requests', { body, headers: { 'idempotency-key': key } });
    if (isRefused(made)) now.current.attempt = undefined;
    if (isProblem(made)) return made;
    if (before !== undefined) void call('DELETE /requests/{id}', { params: { id: before } });
    const { formVersion } = made;
    Object.assign(now.current, { attempt: undefined, basics: basicsOf(body), formVersion });
    put(takeBack);
    keep(made.id);
    return undefined;
  };

  const send = async (basics: Basics, form: FormValues): Promise<string | Problem> => {
    // An answer that was lost: the same key and body give the same draft, which is then changed.
    const lost = now.current.attempt && (await begin(now.current.attempt));
    if (lost && !isRefused(lost)) return lost;
    const { id: before, formVersion, basics: wanted } = now.current;
    if (before === undefined || (wanted !== '' && wanted !== JSON.stringify(basics))) {
      const refused = await begin({ key: crypto.randomUUID(), body: { ...basics, form } });
      return refused ?? now.current.id!;
    }
    const changed = await call('PUT /requests/{id}/form', { params: { id: before }, body: { form, formVersion } });
    if (isProblem(changed)) return changed;
    now.current.formVersion = changed.formVersion;
    return before;
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
    isFixed: id !== undefined && now.current.basics === '',
    /** What the server has of it, and what it may have. */
    known: (): Known => {
      const { id: draft, formVersion, basics, attempt, papers: all } = now.current;
      return { papers: all, attempt, ...(draft !== undefined && { draft: { id: draft, formVersion, basics } }) };
    },
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
    prepare: (basics: Basics, form: FormValues): Promise<string | Problem> =>
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
