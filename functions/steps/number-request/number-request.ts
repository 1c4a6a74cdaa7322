import * as z from 'zod';
import type { Counters } from '../../../lib/adapters/dynamo/counters.ts';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import { dueAfter, markDue } from '../../../lib/domain/calendar/calendar.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import { Amount } from '../../../lib/domain/regulation/term.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { noticeOf } from '../../../lib/domain/request/notify.ts';
import { formatRequestNumber } from '../../../lib/domain/request/rows/number.ts';
import { performRow } from '../../../lib/domain/request/rows/perform-row.ts';
import { assertRuns } from '../../../lib/domain/request/rows/taken-back.ts';
import { isNumbered } from '../../../lib/domain/request/request.ts';
import { assignNumber } from '../../../lib/domain/request/rows/rows.ts';
import { officeOf } from '../../../lib/domain/regulation/open-hours.ts';
import { whereOf } from '../../../lib/domain/request/where.ts';

export const input = rowInput(z.object({ terms: z.array(Amount) }));

interface Needs {
  readonly requests: Requests;
  readonly counters: Counters;
  readonly findService: FindService;
  readonly now: Date;
}

/** «Присвоение номера заявлению»: gives the number and the due time by the rows' terms, and announces both. */
export async function numberRequest(task: z.output<typeof input>, needs: Needs): Promise<void> {
  const { requests, counters, findService, now } = needs;
  const request = await requests.find(task.requestId);
  if (!request) return;
  assertRuns(request);
  if (isNumbered(request)) return;
  const service = findService(request.service, request.regulationVersion);
  if (!service) throw new Error(`service ${request.service} has no card`);
  const year = Number(now.toLocaleDateString('en-CA', { timeZone: service.zone }).slice(0, 4));
  const series = { region: service.region, service: service.service, year };
  const number = formatRequestNumber(series, await counters.next(`${service.id}#${year}`));
  const office = officeOf(service, whereOf(request));
  const due = markDue(dueAfter(now, task.with.terms, office), office);
  const facts = { number, ...due };
  await performRow(needs, task, (current, performed) =>
    assignNumber(current, performed, number, due, noticeOf(current, performed, 'request-received', facts)),
  );
}
