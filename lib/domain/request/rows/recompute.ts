import { dueAfter, dueAt, markDue, type Office, type Span } from '../../calendar/calendar.ts';
import type { Where } from '../../regulation/open-hours.ts';
import { noticeOf } from '../notify.ts';
import type { Performed } from '../performed.ts';
import { withDue, type NumberedRequest, type Request } from '../request.ts';
import { beginsRun, eventsOfRun } from '../run.ts';
import { record, takes } from '../states.ts';
import { whereOf, whereWorks } from '../where.ts';

interface Terms {
  readonly terms: readonly Span[];
  readonly again?: readonly Span[] | undefined;
  /** A place with its hours and the present calendar. */
  readonly officeAt: (where: Where) => Office;
}

/**
 * Computes an open request's due times again after the calendar has changed: the request's own from its numbering by the
 * channel's terms, the open work's from its opening by the row's term. Extensions stay. Returns the same object if
 * nothing moves; otherwise the history records both times, and the applicant is told.
 *
 * The machine still waits until the old time, and then for the new one. So if a term became shorter, its reminder is late
 * by the difference.
 *
 * An offer keeps its announced term, because people rely on that day.
 *
 * @param terms those of the request's channel, in order, and of its later runs
 */
export function recomputeDeadlines(request: Request, performed: Performed, { officeAt, ...terms }: Terms): Request {
  if (!takes('recompute', request)) return request;
  const work = openWorkOf(request, officeAt);
  const office = officeAt(whereOf(request));
  const due = dueOf(request, work, dueAfter(...spanOf(request, terms), office).toISOString());
  const marked = markDue(new Date(due), office);
  const moved = due !== request.dueAt;
  const computed = { ...withDue(request, marked), ...(work && { work }) };
  if (!moved && work?.dueAt === request.work?.dueAt)
    // The year has been reviewed: the same time is no longer provisional.
    return marked.calendarUntil === request.calendarUntil ? request : computed;
  const facts = { before: request.dueAt, dueAt: due };
  const event = { at: performed.at.toISOString(), code: 'deadline-recomputed', row: performed.row, facts } as const;
  const notice = noticeOf(request, performed, 'deadline-moved', { number: request.number, ...marked });
  return record('recompute', computed, event, moved ? notice : undefined);
}

/** A later run is measured from what began it. */
function spanOf(request: NumberedRequest, { terms, again = terms }: Omit<Terms, 'officeAt'>): [Date, readonly Span[]] {
  const accepted = request.events.findLast(beginsRun);
  return accepted ? [new Date(accepted.at), again] : [new Date(request.receivedAt), terms];
}

/** Finished work keeps its time; so does work opened before terms were stored. */
function openWorkOf(request: NumberedRequest, officeAt: Terms['officeAt']): NumberedRequest['work'] {
  const { work } = request;
  if (!work?.term || work.outcome) return work;
  const office = officeAt(whereWorks(request, work.by));
  return { ...work, dueAt: dueAt(new Date(work.openedAt), work.term, office).toISOString() };
}

/** An extension also moved the whole request's due time; that is kept. */
function dueOf(request: NumberedRequest, work: NumberedRequest['work'], stated: string): string {
  const { dueAt: before } = request;
  const extended = eventsOfRun(request).findLast(({ code }) => code === 'extended');
  if (!extended) return stated;
  const until = work?.row === extended.row && !work?.outcome ? (work?.dueAt ?? before) : before;
  return until > stated ? until : stated;
}
