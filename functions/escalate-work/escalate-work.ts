import { z } from 'zod';
import { rowInput } from '../../lib/adapters/machine/serve-row.ts';
import { departmentIn, nextAlarm, secondsBetween } from '../../lib/domain/calendar/calendar.ts';
import type { ServiceCard } from '../../lib/domain/regulation/cards.ts';
import type { Requests } from '../../lib/domain/request/change.ts';
import { noticeOf } from '../../lib/domain/request/notify.ts';
import { performRow } from '../../lib/domain/request/perform-row.ts';
import { isNumbered } from '../../lib/domain/request/request.ts';
import { outcomeOf, raiseAlarm } from '../../lib/domain/request/rows.ts';

export const input = rowInput(z.object({ dueAt: z.iso.datetime() }));

interface Needs {
  readonly requests: Requests;
  readonly findService: (id: string) => ServiceCard | undefined;
  readonly now: Date;
}

/**
 * The clock of a people's row rang. Before the due time it reminds, from the due time on it escalates: the head of the
 * office sees the work as overdue, and the applicant is told once. Answers when to ring again, or the outcome if the
 * work was done while the clock rang.
 */
export async function escalateWork(
  task: z.output<typeof input>,
  needs: Needs,
): Promise<{ alarmSeconds: number } | { outcome: string }> {
  const dueAt = new Date(task.with.dueAt);
  const overdue = needs.now >= dueAt;
  const request = await performRow(needs, task, (current, performed) => {
    const first = !current.events.some(({ code, row }) => code === 'escalated' && row === performed.row);
    const tell = overdue && first && isNumbered(current);
    const notice = tell ? noticeOf(current, performed, 'deadline-missed', { number: current.number }) : undefined;
    return raiseAlarm(current, performed, overdue ? 'escalated' : 'reminded', notice);
  });
  const outcome = outcomeOf(request, task.row.state);
  if (outcome) return { outcome };
  const service = needs.findService(request.service);
  if (!service || !isNumbered(request) || !request.work) throw new Error(`request ${request.id} has no open work`);
  const openedAt = new Date(request.work.openedAt);
  const alarm = nextAlarm({ openedAt, dueAt, now: needs.now }, departmentIn(service.zone));
  return { alarmSeconds: secondsBetween(needs.now, alarm.at) };
}
