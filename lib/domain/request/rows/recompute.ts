import { dueAfter, dueAt, markDue, type Office, type Span } from '../../calendar/calendar.ts';
import { noticeOf } from '../notify.ts';
import type { Performed } from '../performed.ts';
import { withDue, type NumberedRequest, type Request } from '../request.ts';
import { eventsOfRun } from '../run.ts';
import { record, takes } from '../states.ts';

interface Terms {
  readonly terms: readonly Span[];
  readonly again?: readonly Span[] | undefined;
  /** With the calendar that holds now. */
  readonly office: Office;
}

/**
 * An open request's due times under a calendar that has changed since they were computed: the request's from its number
 * on by its channel's terms, the open work's from its opening by its own. What an officer extended stays extended. The
 * very same request when nothing moves; otherwise the history says from when to when, and the applicant is told.
 *
 * The machine's clock rings at the old time and is then armed by the new one, so a term that became shorter is reminded
 * of late by as much.
 *
 * An offer keeps the term that was announced with it: whoever answers counts on that day.
 *
 * @param terms of the request's channel, in order; those of its later runs, too
 */
export function recomputeDeadlines(request: Request, performed: Performed, { office, ...terms }: Terms): Request {
  if (!takes('recompute', request)) return request;
  const work = openWorkOf(request, office);
  const due = dueOf(request, work, dueAfter(...spanOf(request, terms), office).toISOString());
  const marked = markDue(new Date(due), office);
  const moved = due !== request.dueAt;
  const computed = { ...withDue(request, marked), ...(work && { work }) };
  if (!moved && work?.dueAt === request.work?.dueAt)
    // People have looked at the year: the very same time is provisional no more.
    return marked.calendarUntil === request.calendarUntil ? request : computed;
  const facts = { before: request.dueAt, dueAt: due };
  const event = { at: performed.at.toISOString(), code: 'deadline-recomputed', row: performed.row, facts } as const;
  const notice = noticeOf(request, performed, 'deadline-moved', { number: request.number, ...marked });
  return record('recompute', computed, event, moved ? notice : undefined);
}

/** A later run is measured from the acceptance that began it. */
function spanOf(request: NumberedRequest, { terms, again = terms }: Omit<Terms, 'office'>): [Date, readonly Span[]] {
  const accepted = request.events.findLast(({ code }) => code === 'offer-accepted');
  return accepted ? [new Date(accepted.at), again] : [new Date(request.receivedAt), terms];
}

/** Work that is done keeps the time that it had; so does work of before terms were kept with it. */
function openWorkOf({ work }: NumberedRequest, office: Office): NumberedRequest['work'] {
  if (!work?.term || work.outcome) return work;
  return { ...work, dueAt: dueAt(new Date(work.openedAt), work.term, office).toISOString() };
}

/** An extension moved the whole request's due time as far as its work's; it is not taken back. */
function dueOf(request: NumberedRequest, work: NumberedRequest['work'], stated: string): string {
  const { dueAt: before } = request;
  const extended = eventsOfRun(request).findLast(({ code }) => code === 'extended');
  if (!extended) return stated;
  const until = work?.row === extended.row && !work?.outcome ? (work?.dueAt ?? before) : before;
  return until > stated ? until : stated;
}
