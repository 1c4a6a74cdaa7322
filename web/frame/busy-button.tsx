import type { ComponentChildren } from 'preact';

interface Props {
  readonly isBusy: boolean;
  /** What the button says meanwhile. */
  readonly busy: string;
  readonly kind?: 'second' | 'danger';
  readonly onClick?: () => void;
  readonly children: ComponentChildren;
}

/** While an action runs, a second press does nothing, and the focus stays where it is. */
export const BusyButton = ({ isBusy, busy, kind, onClick, children }: Props) => (
  <button
    type={onClick ? 'button' : 'submit'}
    class={kind ? `button ${kind}` : 'button'}
    aria-disabled={isBusy}
    onClick={(event) => {
      if (isBusy) event.preventDefault();
      else onClick?.();
    }}
  >
    {isBusy ? busy : children}
  </button>
);
