import type { Way } from './way.ts';

const kept = 'way-to-sign';

/** The browser's storage; it may be full or forbidden, but signing continues. */
interface Store {
  readonly getItem: (name: string) => string | null;
  readonly setItem: (name: string, value: string) => void;
}

/** The way that was last used on this device, otherwise the first. */
export function lastWay(ways: readonly Way[], store: Store): Way {
  const id = attempt(() => store.getItem(kept));
  const [first] = ways;
  if (first === undefined) throw new TypeError('there is no way to sign');
  return ways.find((way) => way.id === id) ?? first;
}

export const rememberWay = ({ id }: Way, store: Store): void => attempt(() => store.setItem(kept, id));

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
