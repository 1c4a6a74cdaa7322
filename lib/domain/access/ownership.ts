import type { Request } from '../request/request.ts';
import type { Caller } from './roles.ts';

/**
 * Whether a caller whose role may read requests may read this one: the applicant his own, an officer those of his
 * office once they are submitted, the auditor every submitted one. Everything else is denied.
 */
export function mayRead(caller: Caller, request: Request): boolean {
  switch (caller.role) {
    case 'applicant':
      return request.applicant.account === caller.account;
    case 'mio-officer':
    case 'mio-head':
      return 'submission' in request && caller.office !== undefined && request.office === caller.office;
    case 'auditor':
      return 'submission' in request;
    default:
      return false;
  }
}

/** Whether the caller may change the draft: only its applicant. */
export const mayDraft = (caller: Caller, request: Request): boolean =>
  caller.role === 'applicant' && request.applicant.account === caller.account;

/** Whether the caller may act on the request's open work. */
export const mayWork = (caller: Caller, request: Request): boolean =>
  (caller.role === 'mio-officer' || caller.role === 'mio-head') && mayRead(caller, request);
