import type { ComponentChildren, ComponentProps } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { Page } from '../../kit.ts';
import { useSheet } from './use-sheet.ts';

interface Props extends ComponentProps<typeof Page> {
  /** On the line of the title, after it. */
  readonly facts?: ComponentChildren;
  /** At the end of that line. */
  readonly acts?: ComponentChildren;
  /** Id of the first field to fill in: it gets the focus instead of the title. */
  readonly startsAt?: string | undefined;
}

/** An employee's page: as wide as the screen, closely set, under a dark header (web/styles/staff.css). */
export function Desk({ facts, acts, startsAt, children, ...page }: Props) {
  const isThere = useSheet();
  useLayoutEffect(() => {
    if (isThere && startsAt) document.getElementById(startsAt)?.focus();
  }, [isThere]);
  if (!isThere) return null;
  return (
    <div class="staff">
      <Page {...page}>
        {facts && <div class="head-facts">{facts}</div>}
        {acts && <div class="head-acts">{acts}</div>}
        {children}
      </Page>
    </div>
  );
}
