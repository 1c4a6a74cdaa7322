import type { DueTime } from '../calendar/calendar.ts';
import { markDue, dueAfter } from '../calendar/calendar.ts';
import type { ServiceCard } from '../regulation/card.ts';
import { officeOf } from '../regulation/open-hours.ts';
import type { Earlier, Request, RequestIn } from './request.ts';
import { whereOf } from './where.ts';

/** How many earlier runs a request holds: the first one and the last ones. */
export const RUNS = 4;

type Ended = RequestIn<'queued' | 'issued' | 'refused' | 'withdrawn'>;

function addRun({ earlier = [], earlierFolded = 0 }: Ended, run: Earlier): Pick<Ended, 'earlier' | 'earlierFolded'> {
  const all = [...earlier, run];
  const gone = Math.max(0, all.length - RUNS);
  const folded = earlierFolded + gone;
  return { earlier: all.toSpliced(1, gone), ...(folded > 0 && { earlierFolded: folded }) };
}

/** Decision and document go to the earlier runs, and the machine's next run is due to start. */
export function decideAgain(
  request: Ended,
  at: string,
  due: DueTime,
  withdrawn?: Earlier['withdrawn'],
): RequestIn<'in-progress'> {
  const { decision, output, closedAt, statuses, calendarUntil: _, ...rest } = request;
  const { withdrawn: __, ...kept } = { withdrawn: undefined, ...rest };
  const shown = Object.entries(statuses).map(([view, each]) => [
    view,
    each.status === 'completed' ? { status: 'in-progress', at } : each,
  ]);
  return {
    ...kept,
    state: 'in-progress',
    ...addRun(request, { decision, output, closedAt, ...(withdrawn && { withdrawn }) }),
    statuses: Object.fromEntries(shown) as Ended['statuses'],
    ...due,
    pending: 'start',
    pendingSince: at,
  };
}

/** When a later run is due: by the terms of the rows that run again, from the moment that begins it. */
export function dueAgain(request: Request, service: ServiceCard, now: Date): DueTime {
  const terms = service.channels.find((each) => each.channel === request.channel)?.again?.terms;
  if (!terms) throw new Error(`${service.id}: nothing is decided again in channel ${request.channel}`);
  const office = officeOf(service, whereOf(request));
  return markDue(dueAfter(now, terms, office), office);
}
