import type { PageEnd, RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import type { Account } from '../../../lib/domain/identity/account.ts';
import { isRefusal } from '../../../lib/domain/problem/problem.ts';
import { adopt } from '../../../lib/domain/request/submission/adopt.ts';
import { changeRequest } from '../../../lib/domain/request/change.ts';

interface Needs {
  readonly requests: Pick<RequestTable, 'find' | 'replace' | 'listByApplicant'>;
  readonly now: Date;
}

/** A sign-in looks through so many: who filled the former account with drafts keeps nobody out of his own. */
const LOOK = { pages: 20, each: 1000 };

/**
 * Gives the proved person what was submitted from the former account with his EDS. Done at each sign-in by EDS: what a
 * stopped attempt has left, and what was still being submitted at the time, follows at the next one. Answers where the
 * next one has to go on, when this one did not come to the end.
 */
export async function adoptSigned(
  account: Account,
  formerly: string,
  { requests, now }: Needs,
): Promise<PageEnd | undefined> {
  let from = account.adoptFrom;
  for (let page = 0; page < LOOK.pages; page += 1) {
    const found = await requests.listByApplicant(formerly, { limit: LOOK.each, from, submitted: true });
    for (const { id } of found.requests) {
      const adopted = await changeRequest(requests, id, (request) => adopt(request, account, now));
      if (isRefusal(adopted)) throw new Error(`request ${id} could not be adopted: ${adopted.refused}`);
    }
    from = found.next;
    if (!from) break;
  }
  return from;
}
