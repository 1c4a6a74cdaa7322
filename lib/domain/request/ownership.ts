import { representativeOf } from '../regulation/representative.ts';
import { overseesComplaints } from './complaint/judges.ts';
import type { Line } from './line.ts';
import { isNumbered, isSubmitted, type Request } from './request.ts';
import { filesAt, worksAs } from '../access/places.ts';
import type { Worker } from '../regulation/words.ts';
import type { Caller } from '../access/roles.ts';

/** The part of a request, or of a line of a list, that says whose it is. */
export interface Owned {
  readonly applicant: { readonly account?: string | undefined };
  readonly filedBy?: { readonly account: string } | undefined;
}

/** Whether the draft is the caller's: the applicant's own, or one that the employee files for a visitor. */
export const mayDraft = (caller: Caller, request: Owned): boolean =>
  request.filedBy ? caller.role !== 'applicant' && request.filedBy.account === caller.account : isOwn(caller, request);

/** Whether it stands in the caller's list: a citizen's own, wherever it was filed; what an employee filed for visitors. */
export const mayList = (caller: Caller, request: Owned): boolean =>
  caller.role === 'applicant' ? isOwn(caller, request) : mayDraft(caller, request);

/**
 * Whether a caller whose role may read requests may read this one. Applicants read their own, employees the submitted
 * ones of their office or centre, auditors every submitted one, the body above those that somebody has complained of. Everyone
 * else is refused.
 */
export function mayRead(caller: Caller, request: Request): boolean {
  if (mayDraft(caller, request) || isOwn(caller, request)) return true;
  if (!isSubmitted(request)) return false;
  if (caller.role === 'auditor' || overseesComplaints(caller, request)) return true;
  return servesAt(caller, request);
}

/** Whether a search shows the caller the line of a request that has a number. */
export const mayFind = (caller: Caller, line: Line): boolean =>
  line.number !== undefined && (caller.role === 'auditor' || servesAt(caller, line));

/** Whether the caller serves the office that decides, or the counter that filed. */
const servesAt = ({ role, office }: Caller, request: Pick<Line, 'office' | 'filedBy'>): boolean =>
  worksAs[role].length > 0 && office !== undefined && (office === request.office || office === request.filedBy?.place);

/** Whether the caller may open a refusal again: the head of the office that decides. */
export const mayReopen = (caller: Caller, { office }: Request): boolean =>
  caller.role === 'mio-head' && caller.office === office;

/** Whether the caller is of the office whose people sign the document; whether they may sign is asked of their account. */
export const mayCorrect = (caller: Caller, { office }: Request): boolean =>
  (caller.role === 'mio-head' || caller.role === 'mio-officer') && caller.office === office;

/** Whether the caller may complain about the request: only the applicant, in their own name. */
export const mayComplain = (caller: Caller, request: Request): boolean => isOwn(caller, request);

/** Who sees the complaints about a request: the applicant, those who answer them, and the auditor; not the officers complained of. */
export const seesComplaints = (caller: Caller, request: Request): boolean =>
  isOwn(caller, request) || (caller.role === 'auditor' && isSubmitted(request)) || overseesComplaints(caller, request);

/** Whether the caller decides for the office in whose queue the request stands. */
export const mayOffer = (caller: Caller, { office }: Request): boolean => caller.office === office;

/**
 * Whether the caller may answer an offer: the applicant, or any employee of the counter that filed the request. A request
 * may wait for years, and the employee who filed it may have left.
 */
export const mayAnswer = (caller: Caller, request: Request): boolean =>
  isOwn(caller, request) ||
  (filesAt[caller.role].length > 0 && caller.office !== undefined && caller.office === request.filedBy?.place);

const isOwn = (caller: Caller, { applicant }: Owned): boolean =>
  caller.role === 'applicant' && applicant.account === caller.account;

/**
 * Whether the caller is an employee acting on their own request, or on one in which they act for the applicant. It compares
 * IINs, because a request filed for them at a counter, or from a former account, does not name their account.
 */
export const isInterested = ({ role }: Caller, iin: string, request: Concerned): boolean =>
  role !== 'applicant' && (request.applicant.iin === iin || representativeOf(request)?.iin === iin);

/** The part of a request that names whom it concerns. */
export type Concerned = Pick<Request, 'applicant' | 'form'>;

/** Whether the open work of the request is for the caller's role and office. */
export function mayWork(caller: Caller, request: Request): boolean {
  const work = isNumbered(request) ? request.work : undefined;
  return (
    work !== undefined &&
    worksAs[caller.role].includes(work.by) &&
    caller.office !== undefined &&
    caller.office === placeOf(request, work.by)
  );
}

/** The office of a worker of the request: the centre or akim that filed it, or the office that decides. */
export const placeOf = ({ office, filedBy }: Pick<Line, 'office' | 'filedBy'>, worker: Worker): string =>
  worker === 'con' || worker === 'akim' ? (filedBy?.place ?? office) : office;
