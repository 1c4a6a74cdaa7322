import { dayFromIso } from '../../lib/domain/calendar/day.ts';
import { instantOf } from '../../lib/domain/calendar/zone.ts';

const midnight = (day: string | undefined, later: number): string | undefined => {
  const number = day && /^\d{4}-\d\d-\d\d$/.test(day) ? dayFromIso(day) : NaN;
  return Number.isNaN(number) ? undefined : new Date(instantOf(number + later, 0, 'Asia/Almaty')).toISOString();
};

/** Days as people choose them, the last one included, as the instants of a period. */
export const periodOf = (since: string | undefined, until: string | undefined) => {
  const [from, to] = [midnight(since, 0), midnight(until, 1)];
  return { ...(from && { since: from }), ...(to && { until: to }) };
};
