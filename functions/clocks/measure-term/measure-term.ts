import * as z from 'zod';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import { dueAt, nextAlarm, secondsBetween } from '../../../lib/domain/calendar/calendar.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import { Amount } from '../../../lib/domain/regulation/term.ts';
import { workers } from '../../../lib/domain/regulation/words.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { officeOf } from '../../../lib/domain/regulation/open-hours.ts';
import { whereWorks } from '../../../lib/domain/request/where.ts';

export const input = rowInput(z.object({ by: z.enum(workers), term: Amount }));

interface Needs {
  readonly requests: Pick<Requests, 'find'>;
  readonly findService: FindService;
  readonly now: Date;
}

/** «Сроки исполнения»: when a people's row that opens now is due, and the seconds until its wait first times out. */
export async function measureTerm(
  task: z.output<typeof input>,
  { requests, findService, now }: Needs,
): Promise<{ dueAt: string; alarmSeconds: number }> {
  const request = await requests.find(task.requestId);
  const service = request && findService(request.service, request.regulationVersion);
  if (!request || !service) throw new Error(`request ${task.requestId} has no service`);
  const office = officeOf(service, whereWorks(request, task.with.by));
  const due = dueAt(now, task.with.term, office);
  const alarm = nextAlarm({ openedAt: now, dueAt: due, now }, office);
  return { dueAt: due.toISOString(), alarmSeconds: secondsBetween(now, alarm.at) };
}
