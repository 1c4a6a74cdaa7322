import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A part whose script comes when the part is first shown. */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return function Lazy(props: Props) {
    const [Part, setPart] = useState<ComponentType<Props>>();
    useEffect(() => void load().then((loaded) => setPart(() => loaded)), []);
    return Part ? <Part {...props} /> : null;
  };
}
