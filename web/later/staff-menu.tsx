import { lazy, useSession, useText } from '../kit.ts';
import { routes } from '../routes.ts';
import { staffMenu } from '../texts/staff-menu.ts';
import type { OutboxEntryProps } from './outbox-entry.tsx';

const OutboxEntry = lazy<OutboxEntryProps>('later/outbox-entry');
const OUTBOX = '/app/outbox';

export interface StaffMenuProps {
  readonly page: string | undefined;
}

/** The entries of the employee's own role. */
export default function StaffMenu({ page }: StaffMenuProps) {
  const t = useText();
  const role = useSession()?.role;
  const mayOpen = (path: string) => {
    const who = routes.find((each) => each.path === path)?.who ?? [];
    return who === 'everybody' || (role !== undefined && who.includes(role));
  };
  return (
    <>
      {Object.entries(staffMenu)
        .filter(([path]) => mayOpen(path))
        .map(([path, text]) => {
          const isHere = page !== undefined && routes.find((each) => each.path === path)?.page === page;
          if (path === OUTBOX) return <OutboxEntry key={path} path={path} isHere={isHere} />;
          return (
            <a key={path} href={path} aria-current={isHere ? 'page' : undefined}>
              {t(text)}
            </a>
          );
        })}
    </>
  );
}
