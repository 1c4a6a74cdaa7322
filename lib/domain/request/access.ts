import { isInterested, type Concerned } from './ownership.ts';
import { refuse, type Refusal } from '../problem/problem.ts';
import type { Caller } from '../access/roles.ts';
import type { Requests } from './change.ts';
import type { Request } from './request.ts';

/** Employees never file, work on or answer their own requests, nor those in which they act for the applicant. */
export const refuseInterested = (
  caller: Caller,
  { iin }: { readonly iin: string },
  request: Concerned,
): Refusal | undefined => (isInterested(caller, iin, request) ? refuse('work/own-request') : undefined);

type May = (caller: Caller, request: Request) => boolean;

/** The request, if it exists and the caller may see it. Other callers are not told that it exists. */
export async function findAllowed(
  requests: Pick<Requests, 'find'>,
  id: string,
  caller: Caller,
  may: May,
): Promise<Request | Refusal> {
  const request = await requests.find(id);
  return request && may(caller, request) ? request : refuse('request/unknown');
}

/** The same rule inside a change, applied to the version that is changed. */
export const ifAllowed =
  (caller: Caller, may: May, transition: (request: Request) => Request | Refusal) =>
  (request: Request): Request | Refusal =>
    may(caller, request) ? transition(request) : refuse('request/unknown');
