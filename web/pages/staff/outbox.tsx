import { lazy, useText } from '../../kit.ts';
import { Desk } from '../../parts/staff/desk.tsx';
import { filedTexts } from '../../texts/counter.ts';

const OutboxDesk = lazy<object>('later/outbox-desk');

/** What this browser has not sent. */
export default function Outbox() {
  const t = useText();
  return (
    <Desk title={t(filedTexts.unsent)} crumbs={[{ href: '/app/counter', text: t(filedTexts.title) }]}>
      <OutboxDesk />
    </Desk>
  );
}
