import { isRefusal, refuse, type Refusal } from '../problem/problem.ts';
import { claimOf } from './queue/claim.ts';
import type { Request } from './request.ts';

/** The store of requests. `replace` succeeds only if nobody changed the request since `before` was read. */
export interface Requests {
  find(id: string): Promise<Request | undefined>;
  add(request: Request): Promise<'added' | 'exists'>;
  /** `claimed`: another request stands for the child of this one. */
  replace(after: Request, before: Request): Promise<'replaced' | 'changed-meanwhile' | 'claimed'>;
}

const ATTEMPTS = 8;

/**
 * The only way to change a request: read it, apply a pure transition, write it on condition that its version is the same,
 * and start over if somebody else wrote first. If a transition returns the same object, nothing is written.
 */
export async function changeRequest(
  requests: Pick<Requests, 'find' | 'replace'>,
  id: string,
  transition: (request: Request) => Request | Refusal,
): Promise<Request | Refusal> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await requests.find(id);
    if (!before) return refuse('request/unknown');
    const after = transition(before);
    if (isRefusal(after) || after === before) return after;
    const next = { ...after, version: before.version + 1 };
    const written = await requests.replace(next, before);
    if (written === 'replaced') return next;
    if (written === 'claimed') return refuseClaimed(next);
  }
  return refuse('request/changed-meanwhile');
}

/** Nobody is told where, or by whom, the other application was made. */
function refuseClaimed(request: Request): Refusal {
  const field = `/form/${claimOf(request)?.field ?? ''}`;
  return refuse('child/claimed', {
    errors: [{ field, rule: 'claimed', expected: 'a child without an open application' }],
  });
}
