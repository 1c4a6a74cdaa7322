import { useEffect, useRef, useState } from 'preact/hooks';
import { call, isProblem, session, type Problem } from '../../kit.ts';
import type { Asked } from './asked.ts';
import type { Counts } from './lists.ts';
import type { Line } from './take-work.ts';

/** Milliseconds between requests for the counts, while somebody looks at the page. */
const AGAIN = 30_000;
/** After so many requests for counts that have not changed, the lines are read again all the same. */
const SAME = 10;

export interface Queue {
  readonly lines: readonly Line[];
  /** Where the rest begins, if there is more. */
  readonly next?: string | undefined;
  /** The time of this state. */
  readonly at: string;
}

interface Kept {
  readonly of: string;
  readonly queue: Queue;
}

/** The last state of the queue, so that people who come back to it do not wait. */
let kept: Kept | undefined;

/**
 * A page of the queue and the counts of the whole. The counts are asked for again while the page is visible, and the lines when
 * these have changed. What was loaded stays visible when the connection fails.
 */
export function useQueue(asked: Asked) {
  const question = JSON.stringify(asked);
  const of = `${session.get()?.account} ${question}`;
  const [found, setFound] = useState(kept?.of === of ? kept : undefined);
  const [counts, setCounts] = useState<Counts>();
  const [problem, setProblem] = useState<Problem>();
  const [times, setTimes] = useState({ lines: 0, counts: 0 });
  const seen = useRef({ counts: '', same: 0 });
  const readLines = () => setTimes((all) => ({ ...all, lines: all.lines + 1 }));
  const readCounts = () => setTimes((all) => ({ ...all, counts: all.counts + 1 }));

  useEffect(() => {
    let here = true;
    void call('GET /work', { query: JSON.parse(question) as Asked }).then((page) => {
      if (!here) return;
      setProblem(isProblem(page) ? page : undefined);
      if (isProblem(page)) return;
      kept = { of, queue: { lines: page.work, next: page.next, at: new Date().toISOString() } };
      setFound(kept);
    });
    return () => {
      here = false;
    };
  }, [question, times.lines]);

  useEffect(() => {
    let here = true;
    void call('GET /work-counts').then((next) => {
      if (!here) return;
      if (isProblem(next)) {
        setProblem(next);
        return;
      }
      setCounts(next);
      const text = JSON.stringify(next);
      const last = seen.current;
      const isSame = last.counts === text && last.same < SAME;
      seen.current = { counts: text, same: isSame ? last.same + 1 : 0 };
      if (last.counts !== '' && !isSame) readLines();
    });
    return () => {
      here = false;
    };
  }, [times.counts]);

  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && readCounts();
    const timer = setInterval(look, AGAIN);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);

  const reload = () => {
    readLines();
    readCounts();
  };
  return { queue: found?.queue, isCurrent: found?.of === of, counts, problem, reload };
}
