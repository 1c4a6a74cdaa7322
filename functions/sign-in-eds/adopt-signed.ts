import type { Place, RequestTable } from '../../lib/adapters/dynamo/requests.ts';
import type { Account } from '../../lib/domain/identity/account.ts';
import { isRefusal } from '../../lib/domain/problem/problem.ts';
import { adopt } from '../../lib/domain/request/adopt.ts';
import { changeRequest } from '../../lib/domain/request/change.ts';

interface Needs {
  readonly requests: Pick<RequestTable, 'find' | 'replace' | 'listByApplicant'>;
  readonly now: Date;
}

/**
 * Gives the proved person what was submitted from the former account with his EDS. Done at each sign-in by EDS: what a
 * stopped attempt has left, and what was still being submitted at the time, follows at the next one.
 */
export async function adoptSigned(account: Account, formerly: string, { requests, now }: Needs): Promise<void> {
  let from: Place | undefined;
  do {
    const page = await requests.listByApplicant(formerly, { limit: 50, from });
    for (const { id } of page.requests.filter(({ state }) => state !== 'discarded')) {
      const adopted = await changeRequest(requests, id, (request) => adopt(request, account, now));
      if (isRefusal(adopted)) throw new Error(`request ${id} could not be adopted: ${adopted.refused}`);
    }
    from = page.next;
  } while (from);
}
