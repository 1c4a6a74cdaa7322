import * as z from 'zod';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import { logEvent } from '../../../lib/adapters/log.ts';
import { dueAt, nextAlarm, secondsBetween, type Office } from '../../../lib/domain/calendar/calendar.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { noticeOf } from '../../../lib/domain/request/notify.ts';
import { isOnItsWay } from '../../../lib/domain/request/mailing/mailing.ts';
import { performRow } from '../../../lib/domain/request/rows/perform-row.ts';
import { isRefusal } from '../../../lib/domain/problem/problem.ts';
import { isNumbered, type Request } from '../../../lib/domain/request/request.ts';
import { addTelling } from '../../../lib/domain/request/telling.ts';
import { raiseAlarm } from '../../../lib/domain/request/rows/rows.ts';
import { assertRuns } from '../../../lib/domain/request/rows/taken-back.ts';
import { eventsOfRun } from '../../../lib/domain/request/run.ts';
import { officeOf } from '../../../lib/domain/regulation/open-hours.ts';
import { whereWorks } from '../../../lib/domain/request/where.ts';

export const input = rowInput(z.object({}));

interface Needs {
  readonly requests: Requests;
  readonly findService: FindService;
  readonly now: Date;
}

/**
 * Seconds that the next wait lasts where the work was never opened: four times as long as `open-work` may run, and soon enough for a reminder.
 * An `open-work` that fails is tried again by its own row; only one that is lost comes here again, a minute later.
 */
const UNOPENED = 60;

/** After this time not only the head of the office but also the operators learn that work is overdue. */
const PATIENCE = { value: 5, unit: 'business_day' } as const;

/**
 * Runs when the wait of a people's row times out. Before the due time it reminds. From the due time on it escalates: the
 * head of the office sees the work as overdue, and the applicant is told once, unless it is their own result that waits for them. What is in
 * storage or on its way by mail rings no more. Answers when to time out again, or the
 * outcome if the work was done meanwhile. Work that was not opened before the wait timed out, because that function was lost, is opened by
 * the next wait, whose alarm measures.
 */
export async function escalateWork(
  task: z.output<typeof input>,
  needs: Needs,
): Promise<{ alarmSeconds: number } | { outcome: string }> {
  const open = await needs.requests.find(task.requestId);
  if (open) assertRuns(open);
  const service = open && needs.findService(open.service, open.regulationVersion);
  if (!open || !service || !isNumbered(open))
    throw new Error(`request ${task.requestId} cannot have work in row ${task.row.state}`);
  if (open.work?.row !== task.row.state) return { alarmSeconds: UNOPENED };
  if (open.work.outcome) return { outcome: open.work.outcome };

  const office = officeOf(service, whereWorks(open, open.work.by));
  const times = { openedAt: new Date(open.work.openedAt), dueAt: new Date(open.work.dueAt), now: needs.now };
  const next = nextAlarm(times, office);
  // Still before the reminder: the term was extended and the old wait timed out, so there is nothing to say yet.
  if (next.kind !== 'reminder') await ring(task, needs, needs.now >= times.dueAt);
  if (!open.work.stored && !isOnItsWay(open, needs.now) && isBeyondPatience(times, office))
    logEvent('overdue', { request: open.id, row: open.work.row });
  return { alarmSeconds: secondsBetween(needs.now, next.at) };
}

const isBeyondPatience = ({ dueAt: due, now }: { readonly dueAt: Date; readonly now: Date }, office: Office) =>
  now >= dueAt(due, PATIENCE, office);

async function ring(task: z.output<typeof input>, needs: Needs, overdue: boolean): Promise<void> {
  await performRow(needs, task, (current, performed) => {
    const first = !eventsOfRun(current).some(({ code, row }) => code === 'escalated' && row === performed.row);
    const tell = overdue && first && isNumbered(current) && current.work?.task !== 'hand-over';
    const notice = tell ? noticeOf(current, performed, 'deadline-missed', { number: current.number }) : undefined;
    const rung = raiseAlarm(current, performed, overdue ? 'escalated' : 'reminded', notice);
    return tellWorker(rung, overdue ? 'work-overdue' : 'work-due', needs.now);
  });
}

/** Whoever has the work is told, or who stands in for them. If too many others are still to be told, the next alarm tells them. */
function tellWorker(request: Request, code: 'work-due' | 'work-overdue', now: Date): Request {
  const work = isNumbered(request) ? request.work : undefined;
  if (!work?.claimedBy) return request;
  const telling = {
    id: `${work.row}:${code}:${work.alarms}`,
    to: 'worker',
    at: now.toISOString(),
    code,
    facts: {},
  } as const;
  const told = addTelling(request, telling);
  return isRefusal(told) ? request : told;
}
