import { dueAt, nextAlarm, secondsBetween } from '../../calendar/calendar.ts';
import type { FindService, ServiceCard } from '../../regulation/cards.ts';
import { officeOf } from '../../regulation/open-hours.ts';
import type { Line } from '../line.ts';
import { whereWorks } from '../where.ts';
import type { WorkAhead } from '../work.ts';

type Filed = Pick<Line, 'service' | 'regulationVersion' | 'channel' | 'office' | 'filedBy'>;

/** Seconds between the measuring and the opening of work, in which its own term begins. */
const OPENS_WITHIN = 3;

/** «Сроки исполнения»: when a people's row that opens now is due, and the seconds until its wait first times out. */
export function measureTerm(request: Filed, service: ServiceCard, { by, term }: WorkAhead, now: Date) {
  const office = officeOf(service, whereWorks(request, by));
  const due = dueAt(now, term, office);
  const alarm = nextAlarm({ openedAt: now, dueAt: due, now }, office);
  return { dueAt: due.toISOString(), alarmSeconds: secondsBetween(now, alarm.at) };
}

/**
 * How long the machine may wait for the work that opens next before it first rings, in seconds; if several may open, for the one that
 * rings first. It is no promise: an alarm that comes too early says nothing and measures anew. Undefined if no work opens next.
 */
export function firstAlarm(
  request: Filed,
  ahead: readonly WorkAhead[],
  { findService, now }: { readonly findService: FindService; readonly now: Date },
): number | undefined {
  const service = findService(request.service, request.regulationVersion);
  if (!service || ahead.length === 0) return undefined;
  return OPENS_WITHIN + Math.min(...ahead.map((work) => measureTerm(request, service, work, now).alarmSeconds));
}
