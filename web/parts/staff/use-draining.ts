import { useEffect } from 'preact/hooks';
import { useSession } from '../../kit.ts';
import { watchOutbox } from '../../outbox/watch.ts';
import { drainHere } from './drain-here.ts';

/** Milliseconds between tries while the line is cut and nothing says that it is back; half of it is random. */
const LOOK = 30_000;
const soon = () => LOOK / 2 + (Math.random() * LOOK) / 2;

/** Sends this employee's outbox: now, when the line is back, when something is put in, after signing in again. */
export function useDraining() {
  const session = useSession();
  useEffect(() => {
    if (!('locks' in navigator)) return undefined;
    let isHere = true;
    let isAtWork = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const work = async () => {
      clearTimeout(timer);
      if (isAtWork || !isHere) return;
      isAtWork = true;
      const next = navigator.onLine ? await drainHere().catch(() => LOOK) : LOOK;
      isAtWork = false;
      // What waits and was not sent met a cut line, or a session that has ended.
      if (isHere && next !== undefined) timer = setTimeout(() => void work(), next === 0 ? soon() : next);
    };
    const now = () => void work();
    now();
    addEventListener('online', now);
    const end = watchOutbox(now);
    return () => {
      isHere = false;
      clearTimeout(timer);
      removeEventListener('online', now);
      end();
    };
  }, [session?.endsAt]);
}
