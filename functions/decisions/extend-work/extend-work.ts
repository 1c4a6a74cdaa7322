import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { dueAt, markDue } from '../../../lib/domain/calendar/calendar.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import { changeWork, type WorkNeeds } from '../../../lib/domain/request/work/change-work.ts';
import { noticeOf } from '../../../lib/domain/request/notify.ts';
import { extend } from '../../../lib/domain/request/work/officer.ts';
import { isNumbered } from '../../../lib/domain/request/request.ts';
import { viewRequest } from '../../../lib/adapters/http/views/request-view.ts';
import type { contract } from './contract.ts';
import { officeOf } from '../../../lib/domain/regulation/open-hours.ts';
import { whereWorks } from '../../../lib/domain/request/where.ts';

type Needs = WorkNeeds & { readonly findService: FindService };

/** The longest term runs from the day on which the work was opened. */
export async function extendWork(
  { params, body: { ground } }: Asked<typeof contract>,
  caller: Caller,
  { now, findService, ...needs }: Needs,
): Promise<Answered | Refusal> {
  const extended = await changeWork(params.id, caller, { ...needs, now }, (request, officer) => {
    const service = findService(request.service, request.regulationVersion);
    if (!service) return refuse('service/unknown');
    if (!isNumbered(request) || !request.work) return refuse('work/unknown');
    if (!request.work.extendable) return refuse('work/not-extendable');
    const office = officeOf(service, whereWorks(request, request.work.by));
    const due = markDue(dueAt(new Date(request.work.openedAt), request.work.extendable, office), office);
    const facts = { number: request.number, ...due };
    const notice = noticeOf(request, { row: request.work.row, at: now }, 'deadline-moved', facts);
    return extend(request, { due, ground, notice }, officer, now);
  });
  return isRefusal(extended) ? extended : { body: viewRequest(extended, now, caller) };
}
