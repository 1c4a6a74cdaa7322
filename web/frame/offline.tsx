import { useEffect, useState } from 'preact/hooks';
import { frame } from './texts.ts';
import { useText } from '../state/language.ts';

/** Stays until the connection is back. */
export function Offline() {
  const t = useText();
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return (
    <div role="status" class="wide">
      {!isOnline && <p class="notice warning">{t(frame.offline)}</p>}
    </div>
  );
}
