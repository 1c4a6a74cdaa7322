import { useState } from '../kit.ts';
import type { ComponentChildren } from 'preact';

export interface FoldProps {
  readonly summary: string;
  readonly id?: string;
  /** Open from the beginning. */
  readonly open?: boolean;
  readonly children: ComponentChildren;
}

/**
 * Closed at first, with its place on the page from the beginning: what is in it is loaded and asked for when somebody opens it. So
 * nothing below moves away from a finger when a script comes late.
 */
export function Fold({ summary, id, open = false, children }: FoldProps) {
  const [isOpen, setOpen] = useState(open);
  return (
    <details id={id} open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && children}
    </details>
  );
}
