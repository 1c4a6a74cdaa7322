import { useEffect, useState } from 'preact/hooks';
import { call, isProblem, session, type Problem } from '../../kit.ts';
import type { Line } from './take-work.ts';

/** Milliseconds between requests for the queue, while somebody looks at the page. */
const AGAIN = 30_000;
/** How many pages of a hundred are read at once: the counts are of these lines. */
const PAGES = 5;

export interface Queue {
  /** The office's work by due time; overdue work comes first. */
  readonly lines: readonly Line[];
  /** Where the rest begins, if there is more. */
  readonly next?: string;
  /** The time of this state. */
  readonly at: string;
}

interface Kept extends Queue {
  readonly of: string;
  readonly from: string | undefined;
}

/** The last state of the queue, so that people who come back to it do not wait. */
let kept: Kept | undefined;

/** The queue, which refreshes itself. What was loaded stays visible when the connection fails. */
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
