import type { Answered } from '../../lib/adapters/http/serve.ts';
import type { Accounts } from '../../lib/adapters/identity/accounts.ts';
import type { Caller } from '../../lib/domain/access/roles.ts';
import { AccountView } from '../../lib/domain/identity/account.ts';

export async function showAccount(caller: Caller, accounts: Pick<Accounts, 'find'>): Promise<Answered> {
  const account = await accounts.find(caller.account);
  return { body: AccountView.parse(account) };
}
