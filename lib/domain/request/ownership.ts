import { isNumbered, isSubmitted, type Request } from './request.ts';
import { filesAt, worksAs } from '../access/places.ts';
import type { Worker } from '../regulation/words.ts';
import type { Caller } from '../access/roles.ts';

/** Whether the draft is the caller's: the applicant's own, or one that the employee files for a visitor. */
export const mayDraft = (caller: Caller, request: Request): boolean =>
  request.filedBy ? caller.role !== 'applicant' && request.filedBy.account === caller.account : isOwn(caller, request);

/**
 * Whether a caller whose role may read requests may read this one: the applicant his own, an employee those of his place
 * once they are submitted, the auditor every submitted one. Everything else is denied.
 */
export function mayRead(caller: Caller, request: Request): boolean {
  if (mayDraft(caller, request) || isOwn(caller, request)) return true;
  if (!isSubmitted(request)) return false;
  if (caller.role === 'auditor') return true;
  return (
    worksAs[caller.role].length > 0 &&
    caller.office !== undefined &&
    (caller.office === request.office || caller.office === request.filedBy?.place)
  );
}

/** Whether the caller decides for the office in whose queue the request stands. */
export const mayOffer = (caller: Caller, { office }: Request): boolean => caller.office === office;

/**
 * Whether the caller may answer an offer: the applicant himself, or any employee of the place that filed the request.
 * Years may pass in the queue, and whoever filed it need not be there any more.
 */
export const mayAnswer = (caller: Caller, request: Request): boolean =>
  isOwn(caller, request) ||
  (filesAt[caller.role].length > 0 && caller.office !== undefined && caller.office === request.filedBy?.place);

const isOwn = (caller: Caller, { applicant }: Request) =>
  caller.role === 'applicant' && applicant.account === caller.account;

/**
 * Whether the caller would act for the authority in his own matter. By the IIN: what was filed for him at a counter, or
 * from an account that he had before, names no account of his.
 */
export const isInterested = ({ role }: Caller, iin: string, { applicant }: Pick<Request, 'applicant'>): boolean =>
  role !== 'applicant' && applicant.iin === iin;

/** Whether the open work of the request stands in a queue of the caller's. */
export function mayWork(caller: Caller, request: Request): boolean {
  const work = isNumbered(request) ? request.work : undefined;
  return (
    work !== undefined &&
    worksAs[caller.role].includes(work.by) &&
    caller.office !== undefined &&
    caller.office === placeOf(request, work.by)
  );
}

/** Where a worker of the request sits: the centre or akim that filed it, or the office that decides. */
export const placeOf = ({ office, filedBy }: Request, worker: Worker): string =>
  worker === 'con' || worker === 'akim' ? (filedBy?.place ?? office) : office;
