import { useState } from '../kit.ts';
import type { ComponentChildren } from 'preact';

export interface FoldProps {
  readonly summary: string;
  readonly id?: string;
  readonly children: ComponentChildren;
}

/**
 * Closed, with its place on the page from the beginning: what is in it is loaded and asked for when somebody opens it. So
 * nothing below moves away from a finger when a script comes late.
 */
export function Fold({ summary, id, children }: FoldProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details id={id} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && children}
    </details>
  );
}
