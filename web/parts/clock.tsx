import { useText, useWhen, type Answer } from '../kit.ts';
import { requestTexts } from '../texts/request.ts';

/** How long until the answer and until when; past its term it looks like nothing else. */
export function Clock({
  request: { dueAt, timeLeft, closedAt, state },
}: {
  readonly request: Answer<'GET /requests/{id}'>;
}) {
  const t = useText();
  const when = useWhen();
  if (!dueAt || closedAt || timeLeft === undefined || state === 'queued') return null;
  const isOverdue = timeLeft < 0;
  return (
    <section class={isOverdue ? 'card clock overdue' : 'card clock'}>
      <p class="small">{t(isOverdue ? requestTexts.overdue : requestTexts.left)}</p>
      <p class="time">{when(dueAt)}</p>
    </section>
  );
}
