import { listNewest } from '../../../lib/adapters/dynamo/fill-page.ts';
import type { PageEnd } from '../../../lib/adapters/dynamo/page.ts';
import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import type { Account } from '../../../lib/domain/identity/account.ts';
import { isRefusal } from '../../../lib/domain/problem/problem.ts';
import { isSent, type Line } from '../../../lib/domain/request/line.ts';
import { adopt, adoptFiled } from '../../../lib/domain/request/submission/adopt.ts';
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
    const found = await requests.listByApplicant(formerly, { limit: LOOK.each, from });
    for (const { id } of found.lines.filter(isSent)) {
      const adopted = await changeRequest(requests, id, (request) => adopt(request, account, formerly, now));
      if (isRefusal(adopted)) throw new Error(`request ${id} could not be adopted: ${adopted.refused}`);
    }
    from = found.next;
    if (!from) break;
  }
  return from;
}

/** Shows the proved person what employees filed for them before there was an account, among the newest `LOOKED_AT`. */
export async function adoptFiledFor(
  account: Account,
  { requests, now }: { readonly requests: Pick<RequestTable, 'find' | 'replace' | 'listByPerson'>; readonly now: Date },
): Promise<void> {
  const isFiled = ({ filedBy, applicant }: Line) => filedBy !== undefined && applicant.account === undefined;
  for (const { id } of await listNewest((page) => requests.listByPerson(account.iin, page), isFiled)) {
    const adopted = await changeRequest(requests, id, (request) => adoptFiled(request, account, now));
    if (isRefusal(adopted)) throw new Error(`request ${id} could not be shown: ${adopted.refused}`);
  }
}
