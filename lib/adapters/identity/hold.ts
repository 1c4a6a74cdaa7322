import { changeRequest } from '../../domain/request/change.ts';
import { isRefusal } from '../../domain/problem/problem.ts';
import type { Entry } from '../../domain/journal/entry.ts';
import { setHold, type Hold } from '../../domain/retention/hold.ts';
import type { Accounts } from './accounts.ts';
import type { RequestTable } from '../dynamo/requests.ts';

interface Needs {
  readonly requests: Pick<RequestTable, 'find' | 'replace'>;
  readonly accounts: Pick<Accounts, 'find' | 'change'>;
}

/** Whether anything that an entry of the access journal names is held: the request, those of a list, the people. */
export function findHolds({ requests, accounts }: { [K in keyof Needs]: Pick<Needs[K], 'find'> }) {
  const known = new Map<string, boolean>();
  const look = async (id: string, find: (id: string) => Promise<{ readonly hold?: Hold | undefined } | undefined>) => {
    const held = known.get(id) ?? (await find(id))?.hold !== undefined;
    known.set(id, held);
    return held;
  };
  return async ({ request, shown = [], account, subject, proposer }: Entry): Promise<boolean> => {
    for (const id of [request, ...shown]) if (id !== undefined && (await look(id, requests.find))) return true;
    for (const id of [account, subject, proposer]) if (id !== undefined && (await look(id, accounts.find))) return true;
    return false;
  };
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
