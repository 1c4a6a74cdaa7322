import type { Bilingual } from '../language/bilingual.ts';
import type { NoticeCode } from '../notice/codes.ts';
import type { Telling } from '../notice/telling.ts';
import { isRefusal, refuse, type Refusal } from '../problem/problem.ts';
import { placeName } from '../regulation/places.ts';
import { tell } from './history.ts';
import { noticeOf } from './notify.ts';
import type { Request } from './request.ts';

/** How many wait at most; the sweeper tells them within minutes. While it cannot, nothing more is done that people must be told of. */
export const MOST = 8;

/** @returns a refusal if too many wait: nobody is left out in silence */
export function addTelling<R extends Request>(request: R, { id, ...telling }: Telling): R | Refusal {
  const { telling: waiting = [] } = request;
  if (waiting.length >= MOST) return refuse('telling/behind');
  return { ...request, telling: [...waiting, { id: `${request.id}:${id}`, ...telling }] };
}

/** What has come to its time. */
export const duesIn = ({ telling = [] }: Request, now: Date): Telling[] =>
  telling.filter(({ at }) => Date.parse(at) <= now.getTime());

/** Writes what the applicant is to be told now into their notices. */
export const tellApplicant = <R extends Request>(request: R, due: readonly Telling[]): R =>
  due
    .filter(({ id, to }) => to === 'applicant' && request.telling?.some((each) => each.id === id))
    .reduce((told, { id, at, code, facts }) => {
      const notice = { ...noticeOf(request, { row: id, at: new Date(at) }, code, facts), id };
      return { ...told, notices: tell(told.notices, notice) };
    }, request);

/** These have been told. */
export function recordTold<R extends Request>(request: R, ids: readonly string[]): R {
  if (!request.telling?.some(({ id }) => ids.includes(id))) return request;
  const { telling, ...kept } = request;
  const rest = telling.filter(({ id }) => !ids.includes(id));
  return (rest.length > 0 ? { ...kept, telling: rest } : kept) as R;
}

/**
 * An employee has acted for a visitor: the visitor is told at the address that they gave at the counter, and whoever is proved to hold
 * the IIN in their cabinet, by the same write as the act. Both are told the office, the service and the number, and no name of a person.
 *
 * @param after what the act made of the request; a refusal, or the same request, tells nobody
 * @param once what tells this act from others of its kind: the submission or the offer
 */
export function tellOfActing(
  before: Request,
  after: Request | Refusal,
  { code, place, service, once, at }: Acting,
): Request | Refusal {
  if (isRefusal(after) || after === before) return after;
  const number = 'number' in after ? after.number : undefined;
  const names = { office: placeName(place), serviceKk: service.kk, serviceRu: service.ru };
  const facts = { ...names, ...(number !== undefined && { number }) };
  const notice = noticeOf(after, { row: once, at: new Date(at) }, code, facts);
  return addTelling(
    { ...after, notices: tell(after.notices, notice) },
    { id: `${once}:${code}`, to: 'holder', at, code, facts },
  );
}

interface Acting {
  readonly code: Extract<NoticeCode, 'filed-for-you' | 'answered-for-you'>;
  /** The counter, office or akim that the employee serves. */
  readonly place: string;
  /** Its title. */
  readonly service: Bilingual;
  readonly once: string;
  readonly at: string;
}
