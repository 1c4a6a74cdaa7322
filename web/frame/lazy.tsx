import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { load } from './load.ts';
import { NotLoaded } from './not-loaded.tsx';

/** A part of web/later; its script is loaded when the part is first shown. */
export function lazy<Props extends object>(path: string) {
  return function Lazy(props: Props) {
    const [Part, setPart] = useState<ComponentType<Props>>();
    useEffect(
      () =>
        void load<{ default: ComponentType<Props> }>(path)
          .catch(() => ({ default: NotLoaded }))
          .then((found) => setPart(() => found.default)),
      [],
    );
    return Part ? <Part {...props} /> : null;
  };
}
