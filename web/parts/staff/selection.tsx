import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../../kit.ts';
import { selectionTexts } from '../../texts/selection.ts';

/** Which lines of a list somebody has chosen. */
export interface Selection {
  readonly ids: readonly string[];
  readonly has: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  /** All lines that are shown, or none. */
  readonly toggleAll: () => void;
  readonly isAll: boolean;
  readonly clear: () => void;
}

/** The choice among these lines; what is shown no more is not chosen any more. */
export function useSelection(shown: readonly string[]): Selection {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const ids = shown.filter((id) => chosen.includes(id));
  const isAll = ids.length > 0 && ids.length === shown.length;
  return {
    ids,
    has: (id) => ids.includes(id),
    toggle: (id) => setChosen(ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]),
    toggleAll: () => setChosen(isAll ? [] : shown),
    isAll,
    clear: () => setChosen([]),
  };
}

interface TickProps {
  readonly isOn: boolean;
  readonly toggle: () => void;
  /** What it chooses. */
  readonly name: string;
}

/** A box to choose one line, or all. */
export const Tick = ({ isOn, toggle, name }: TickProps) => (
  <input type="checkbox" class="tick" checked={isOn} aria-label={name} onChange={toggle} />
);

interface BarProps {
  readonly selection: Selection;
  /** The buttons, or the form that one of them has opened. */
  readonly children: ComponentChildren;
}

/** What can be done with the chosen lines; nothing while none is chosen. */
export function ChosenBar({ selection, children }: BarProps) {
  const t = useText();
  const n = selection.ids.length;
  return (
    <>
      <p class="unseen" role="status">
        {n > 0 && t(selectionTexts.chosen, { n })}
      </p>
      {n > 0 && (
        <section class="chosen-bar" aria-label={t(selectionTexts.bar)}>
          <p>
            <strong>{t(selectionTexts.chosen, { n })}</strong>{' '}
            {!selection.isAll && (
              <button type="button" class="link" onClick={selection.toggleAll}>
                {t(selectionTexts.all)}
              </button>
            )}{' '}
            <button type="button" class="link" onClick={selection.clear}>
              {t(selectionTexts.clear)}
            </button>
          </p>
          {children}
        </section>
      )}
    </>
  );
}
