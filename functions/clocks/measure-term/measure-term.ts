import * as z from 'zod';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import { departmentIn, dueAt, nextAlarm, secondsBetween } from '../../../lib/domain/calendar/calendar.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import { Amount } from '../../../lib/domain/regulation/term.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';

export const input = rowInput(z.object({ term: Amount }));

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
  if (!service) throw new Error(`request ${task.requestId} has no service`);
  const office = departmentIn(service.zone);
  const due = dueAt(now, task.with.term, office);
  const alarm = nextAlarm({ openedAt: now, dueAt: due, now }, office);
  return { dueAt: due.toISOString(), alarmSeconds: secondsBetween(now, alarm.at) };
}
