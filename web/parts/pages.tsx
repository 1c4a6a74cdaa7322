import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { actions, isProblem, ProblemNotice, useText, type Problem } from '../kit.ts';

interface Page {
  readonly next?: string | undefined;
}

interface PagesProps<Of extends Page> {
  readonly first: Of;
  /** Requests the page at a cursor. */
  readonly load: (from: string) => Promise<Of | Problem>;
  readonly children: (pages: readonly Of[]) => ComponentChildren;
}

/** The first page of a list, and the later pages that were requested; if the first page changes, it starts again. */
export function Pages<Of extends Page>({ first, load, children }: PagesProps<Of>) {
  const t = useText();
  const [more, setMore] = useState<readonly Of[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  useEffect(() => setMore([]), [first]);
  const { next } = more.at(-1) ?? first;
  const loadNext = async (from: string) => {
    setBusy(true);
    const page = await load(from);
    setBusy(false);
    setProblem(isProblem(page) ? page : undefined);
    if (!isProblem(page)) setMore((all) => [...all, page]);
  };
  return (
    <>
      {children([first, ...more])}
      {problem && <ProblemNotice problem={problem} />}
      {next !== undefined && (
        <button type="button" class="button second" disabled={isBusy} onClick={() => void loadNext(next)}>
          {t(actions.more)}
        </button>
      )}
    </>
  );
}
