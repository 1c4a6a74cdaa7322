import { isRefusal } from '../../domain/problem/problem.ts';
import { changeRequest } from '../../domain/request/change.ts';
import type { Event } from '../../domain/request/event.ts';
import { giveBack } from '../../domain/request/work/officer.ts';
import { listNewest } from './fill-page.ts';
import type { RequestTable } from './requests.ts';

/**
 * Returns the work that somebody has claimed at their office into its queue: the `LOOKED_AT` that are due first; what a claim
 * beyond holds, the head may take. Repeating it changes nothing.
 */
export async function giveBackWork(
  who: { readonly account: string; readonly office: string | undefined },
  by: Pick<Event, 'by' | 'as'>,
  { requests, now }: { readonly requests: Pick<RequestTable, 'find' | 'replace' | 'listByWorker'>; readonly now: Date },
): Promise<void> {
  for (const { id } of await listNewest(
    (page) => requests.listByWorker(who.account, page),
    () => true,
  )) {
    const changed = await changeRequest(requests, id, (current) => giveBack(current, who.account, by, now));
    if (isRefusal(changed)) throw new Error(`request ${id} could not be given back: ${changed.refused}`);
  }
}
