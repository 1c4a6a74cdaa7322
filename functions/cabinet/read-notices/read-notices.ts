import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'change'>;
  readonly now: Date;
}

/** One moment on the caller's account, however many notices it covers. It never goes back. */
export async function readNotices(
  { body: { until } }: Pick<Asked<typeof contract>, 'body'>,
  caller: Caller,
  { accounts, now }: Needs,
): Promise<Answered | Refusal> {
  const asked = Math.min(Date.parse(until), now.getTime());
  const changed = await accounts.change(caller.account, ({ account, ...password }) => {
    const before = account.noticesReadAt === undefined ? 0 : Date.parse(account.noticesReadAt);
    return { ...password, account: { ...account, noticesReadAt: new Date(Math.max(asked, before)).toISOString() } };
  });
  return isRefusal(changed) ? changed : { body: { readUntil: changed.account.noticesReadAt } };
}
