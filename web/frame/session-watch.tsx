import { useEffect, useState } from 'preact/hooks';
import { lazy } from './lazy.tsx';
import { useStore } from '../state/use-store.ts';
import { ended, session } from '../session/session.ts';

/** Minutes before the end of a session at which the person is warned. */
const WARN = 5;

export interface SessionDialogProps {
  /** Minutes until the session ends; absent after it has ended. */
  readonly minutes?: number;
  readonly close: () => void;
}

const Dialog = lazy<SessionDialogProps>('later/session-dialog');

/** On top of the page, which stays unchanged: says that the session will end soon, and that it has ended. */
export function SessionWatch() {
  const isOver = useStore(ended);
  const minutes = useMinutesLeft();
  const [closedFor, setClosedFor] = useState<string>();
  const endsAt = session.get()?.endsAt;
  const isOpen = isOver || (minutes !== undefined && minutes <= WARN && closedFor !== endsAt);
  if (!isOpen) return null;
  return <Dialog {...(!isOver && { minutes: Math.max(1, minutes!) })} close={() => setClosedFor(endsAt)} />;
}

/** Checked every half minute, and when the person comes back to the tab. */
function useMinutesLeft(): number | undefined {
  const current = useStore(session);
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const look = () => setNow(Date.now());
    const timer = setInterval(look, 30_000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return current && Math.ceil((Date.parse(current.endsAt) - now) / 60_000);
}
