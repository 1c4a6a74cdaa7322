import { useText, useWhen, type Answer } from '../kit.ts';
import { requestTexts } from '../texts/request.ts';
import { useTimeLeft } from './time-left.ts';

/** How much of the office's time is left until the answer, and until when; an overdue answer has its own look. */
export function Clock({
  request: { dueAt, timeLeft, workingTimeLeft, closedAt, state },
}: {
  readonly request: Answer<'GET /requests/{id}'>;
}) {
  const t = useText();
  const when = useWhen();
  const left = useTimeLeft();
  if (!dueAt || closedAt || timeLeft === undefined || workingTimeLeft === undefined || state === 'queued') return null;
  const isOverdue = timeLeft < 0;
  return (
    <section class={isOverdue ? 'card clock overdue' : 'card clock'}>
      <p class="small">{t(isOverdue ? requestTexts.overdue : requestTexts.left)}</p>
      <p class="time">{isOverdue ? when(dueAt) : left(workingTimeLeft)}</p>
      {!isOverdue && <p>{t(requestTexts.until, { when: when(dueAt) })}</p>}
    </section>
  );
}
