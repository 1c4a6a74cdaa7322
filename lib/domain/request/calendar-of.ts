import { departmentIn, type Office } from '../calendar/calendar.ts';
import type { FindService } from '../regulation/cards.ts';
import { officeOf, type Where } from '../regulation/open-hours.ts';
import { zoneOf } from '../regulation/zone-of.ts';
import type { Line } from './line.ts';

/** The hours of a place, by the version of the request; a version that was not kept has the department's. */
export function calendarOf(
  { service, regulationVersion }: Pick<Line, 'service' | 'regulationVersion'>,
  where: Where,
  findService: FindService,
): Office {
  const card = findService(service, regulationVersion);
  return card ? officeOf(card, where) : departmentIn(zoneOf(service));
}
