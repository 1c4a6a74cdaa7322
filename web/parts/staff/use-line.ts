import { useEffect, useRef, useState } from 'preact/hooks';

/** Whether the line is cut, as the browser says or as a call has found; `mended`: the browser says that it is back. */
export function useLine(mended: () => unknown) {
  const [isCut, setCut] = useState(!navigator.onLine);
  const latest = useRef(mended);
  latest.current = mended;
  useEffect(() => {
    const cut = () => setCut(true);
    const mend = () => void latest.current();
    addEventListener('offline', cut);
    addEventListener('online', mend);
    return () => {
      removeEventListener('offline', cut);
      removeEventListener('online', mend);
    };
  }, []);
  return { isCut, cut: () => setCut(true), mend: () => setCut(false) };
}
