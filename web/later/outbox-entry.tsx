import { useSession, useText } from '../kit.ts';
import { isOver } from '../outbox/entry.ts';
import { useDraining } from '../parts/staff/use-draining.ts';
import { useOutbox } from '../parts/staff/use-outbox.ts';
import { staffMenu } from '../texts/staff-menu.ts';

export interface OutboxEntryProps {
  readonly path: string;
  readonly isHere: boolean;
}

/** In the menu while something of this employee is unsent, or nobody has decided about what is too old; it also sends it. */
export default function OutboxEntry({ path, isHere }: OutboxEntryProps) {
  const t = useText();
  const account = useSession()?.account;
  useDraining();
  const lines = useOutbox() ?? [];
  const shown = lines.filter((line) => line.account === account || isOver(line, Date.now())).length;
  if (shown === 0 && !isHere) return null;
  return (
    <a href={path} aria-current={isHere ? 'page' : undefined}>
      {t(staffMenu[path]!) + (shown > 0 ? `: ${shown}` : '')}
    </a>
  );
}
