import type { ComponentChildren } from 'preact';

interface Props {
  readonly isBusy: boolean;
  /** What is said while it is being done. */
  readonly busy: string;
  readonly kind?: 'second' | 'danger';
  readonly onClick?: () => void;
  readonly children: ComponentChildren;
}

/** While something is being done, a second press does nothing, and the focus stays where it is. */
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
