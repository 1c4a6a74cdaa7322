import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

type Kind = 'information' | 'success' | 'warning' | 'error';

const icons: Readonly<Record<Kind, IconName>> = {
  information: 'info',
  success: 'tick',
  warning: 'warn',
  error: 'stop',
};

interface Props {
  readonly kind: Kind;
  /** Only after an action, because screen readers read it out. */
  readonly role?: 'status' | 'alert';
  readonly children: ComponentChildren;
}

export const Notice = ({ kind, role, children }: Props) => (
  <div class={`notice ${kind}`} role={role}>
    <Icon name={icons[kind]} />
    <div>{children}</div>
  </div>
);
