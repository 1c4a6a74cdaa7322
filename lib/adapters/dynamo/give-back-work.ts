import { isRefusal } from '../../domain/problem/problem.ts';
import { changeRequest } from '../../domain/request/change.ts';
import type { Event } from '../../domain/request/event.ts';
import { isNumbered } from '../../domain/request/request.ts';
import { giveBack } from '../../domain/request/work/officer.ts';
import type { PageEnd } from './page.ts';
import type { RequestTable } from './requests.ts';

/** How many lines of an office's open work are looked through; what a claim beyond holds, the head may take. */
const LOOK = { pages: 50, each: 100 };

/** Returns the work that somebody has claimed at their office into its queue. Repeating it changes nothing. */
export async function giveBackWork(
  who: { readonly account: string; readonly office: string | undefined },
  by: Pick<Event, 'by' | 'as'>,
  { requests, now }: { readonly requests: Pick<RequestTable, 'find' | 'replace' | 'listByOffice'>; readonly now: Date },
): Promise<void> {
  let from: PageEnd | undefined;
  for (let page = 0; who.office !== undefined && page < LOOK.pages; page += 1) {
    const found = await requests.listByOffice(who.office, { limit: LOOK.each, from });
    for (const request of found.requests) {
      if (!isNumbered(request) || request.work?.claimedBy?.account !== who.account) continue;
      const changed = await changeRequest(requests, request.id, (current) => giveBack(current, who.account, by, now));
      if (isRefusal(changed)) throw new Error(`request ${request.id} could not be given back: ${changed.refused}`);
    }
    from = found.next;
    if (!from) return;
  }
}
