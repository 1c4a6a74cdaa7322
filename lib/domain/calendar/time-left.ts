import { workingMinutesBetween } from './due.ts';
import { dayLength, type Office } from './office.ts';

/**
 * The office's own time that is left until `due`, as an ISO 8601 duration in whole minutes: `P2DT3H5M` is two of the
 * office's working days, three hours and five minutes of the time in which it is open. `PT0M` when nothing is left.
 */
export function workingTimeLeft(now: Date, due: Date, office: Office): string {
  const whole = due > now ? Math.floor(workingMinutesBetween(now, due, office)) : 0;
  const [days, ofDay] = divide(whole, dayLength(office));
  const [hours, minutes] = divide(ofDay, 60);
  const time = `${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}`;
  return `P${days > 0 ? `${days}D` : ''}${time && `T${time}`}`.replace(/^P$/, 'PT0M');
}

const divide = (whole: number, by: number) => [Math.floor(whole / by), whole % by] as const;
