import { useEffect, useState } from 'preact/hooks';
import { call, isProblem, session, type Problem } from '../../kit.ts';
import type { Line } from './take-work.ts';

/** Milliseconds between looks at the queue, while somebody looks at the page. */
const AGAIN = 30_000;
/** Pages of a hundred that are looked at at once: the counts are of these lines. */
const PAGES = 5;

export interface Queue {
  /** The office's work by due time: what is overdue leads. */
  readonly lines: readonly Line[];
  /** Where the rest begins, if there is more. */
  readonly next?: string;
  /** When it was so. */
  readonly at: string;
}

interface Kept extends Queue {
  readonly of: string;
  readonly from: string | undefined;
}

/** The last that was seen, so that whoever comes back to the queue does not wait for it. */
let kept: Kept | undefined;

/** The queue, looked at anew by itself. What has been seen stays in sight when the line is cut. */
export function useQueue(from: string | undefined) {
  const of = session.get()?.account ?? '';
  const [queue, setQueue] = useState<Queue | undefined>(kept?.of === of && kept.from === from ? kept : undefined);
  const [problem, setProblem] = useState<Problem>();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let here = true;
    void read(from).then((found) => {
      if (!here) return;
      setProblem(isProblem(found) ? found : undefined);
      if (isProblem(found)) return;
      kept = { ...found, of, from };
      setQueue(found);
    });
    return () => {
      here = false;
    };
  }, [asked, from]);
  const reload = () => setAsked((times) => times + 1);
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && reload();
    const timer = setInterval(look, AGAIN);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return { queue, problem, reload };
}

async function read(first: string | undefined): Promise<Queue | Problem> {
  const lines: Line[] = [];
  let from = first;
  for (let page = 0; page < PAGES; page += 1) {
    const found = await call('GET /work', { query: { limit: 100, ...(from && { from }) } });
    if (isProblem(found)) return found;
    lines.push(...found.work);
    from = found.next;
    if (from === undefined) break;
  }
  return { lines, ...(from !== undefined && { next: from }), at: new Date().toISOString() };
}
