import type { PageEnd } from '../../../lib/adapters/dynamo/page.ts';
import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import type { Account } from '../../../lib/domain/identity/account.ts';
import { isRefusal } from '../../../lib/domain/problem/problem.ts';
import { adopt } from '../../../lib/domain/request/submission/adopt.ts';
import { changeRequest } from '../../../lib/domain/request/change.ts';

interface Needs {
  readonly requests: Pick<RequestTable, 'find' | 'replace' | 'listByApplicant'>;
  readonly now: Date;
}

/** How many requests one sign-in looks through. So nobody can block the owner by filling the former account. */
const LOOK = { pages: 20, each: 1000 };

/**
 * Gives the proved person the requests that were submitted from the former account with their EDS. Runs at each sign-in
 * by EDS, so that the next one finds what a crash left, or what was being submitted meanwhile. Answers where the next
 * one must continue, if this one did not reach the end.
 */
export async function adoptSigned(
  account: Account,
  formerly: string,
  { requests, now }: Needs,
): Promise<PageEnd | undefined> {
  let from = account.formerly === formerly ? account.adoptFrom : undefined;
  for (let page = 0; page < LOOK.pages; page += 1) {
    const found = await requests.listByApplicant(formerly, { limit: LOOK.each, from, submitted: true });
    for (const { id } of found.requests) {
      const adopted = await changeRequest(requests, id, (request) => adopt(request, account, formerly, now));
      if (isRefusal(adopted)) throw new Error(`request ${id} could not be adopted: ${adopted.refused}`);
    }
    from = found.next;
    if (!from) break;
  }
  return from;
}
