import { useEffect, useState } from 'preact/hooks';
import { listOutbox } from '../../outbox/shelf.ts';
import type { Line } from '../../outbox/entry.ts';
import { watchOutbox } from '../../outbox/watch.ts';

/** What is in this browser's outbox, of all employees; undefined until it has been read, or if there is none here. */
export function useOutbox(): readonly Line[] | undefined {
  const [lines, setLines] = useState<readonly Line[]>();
  useEffect(() => {
    let isHere = true;
    const look = () =>
      void listOutbox().then(
        (found) => isHere && setLines(found),
        () => undefined,
      );
    look();
    const end = watchOutbox(look);
    return () => {
      isHere = false;
      end();
    };
  }, []);
  return lines;
}
