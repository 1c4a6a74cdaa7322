import { useEffect, useState } from 'preact/hooks';
import type { Store } from './store.ts';

/** The value; the part is drawn again whenever it changes. */
export function useStore<Value>(store: Store<Value>): Value {
  const [value, setValue] = useState(store.get());
  useEffect(() => {
    const look = () => setValue(() => store.get());
    look();
    return store.watch(look);
  }, [store]);
  return value;
}
