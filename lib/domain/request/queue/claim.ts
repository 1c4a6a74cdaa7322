import { dayFromIso } from '../../calendar/day.ts';
import { instantOf, type Zone } from '../../calendar/zone.ts';
import { isSubmitted, type Request } from '../request.ts';

/** What a request holds on a child: one request of all services, offices and channels that share children. */
export type Claim = NonNullable<Extract<Request, { state: 'submitted' }>['child']>;

/** Requests in these states hold nothing: the child may be applied for again. */
const free: readonly Request['state'][] = ['turned-away', 'taken-back', 'refused', 'left'];

/**
 * The claim of a request, from its submission until it is taken back, or the child leaves the queue or is refused. After an accepted referral it
 * lasts until the child is too old for any other.
 */
export const claimOf = (request: Request | undefined): Claim | undefined =>
  request && isSubmitted(request) && !free.includes(request.state) ? request.child : undefined;

/** The midnight, in the zone of the offices, at which somebody reaches an age in years. */
export function reachesAge(birthDate: string, years: number, zone: Zone): string {
  const [year, monthAndDay] = [Number(birthDate.slice(0, 4)) + years, birthDate.slice(4)];
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  const day = `${year}${monthAndDay === '-02-29' && !isLeap ? '-03-01' : monthAndDay}`;
  return new Date(instantOf(dayFromIso(day), 0, zone)).toISOString();
}
