import { changeRequest } from '../../domain/request/change.ts';
import { isRefusal } from '../../domain/problem/problem.ts';
import { setHold, type Hold } from '../../domain/retention/hold.ts';
import type { Accounts } from './accounts.ts';
import type { RequestTable } from '../dynamo/requests.ts';

interface Needs {
  readonly requests: Pick<RequestTable, 'find' | 'replace'>;
  readonly accounts: Pick<Accounts, 'find' | 'change'>;
}

/** Holds a request or an account, or releases it. @returns what it is; undefined if nothing has the id */
export async function holdById(
  id: string,
  hold: Hold | undefined,
  { requests, accounts }: Needs,
): Promise<'request' | 'account' | undefined> {
  if (await requests.find(id)) {
    const changed = await changeRequest(requests, id, (request) => setHold(request, hold));
    if (isRefusal(changed)) throw new Error(changed.refused);
    return 'request';
  }
  if (!(await accounts.find(id))) return undefined;
  await accounts.change(id, (kept) => ({ ...kept, account: setHold(kept.account, hold) }));
  return 'account';
}
