import type { Answered } from '../../../lib/adapters/http/serve.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { viewAccount } from '../../../lib/domain/identity/account.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { placeName } from '../../../lib/domain/regulation/places.ts';

export async function showAccount(caller: Caller, accounts: Pick<Accounts, 'find'>): Promise<Answered | Refusal> {
  const account = await accounts.find(caller.account);
  if (!account) return refuse('access/unauthenticated');
  const { office } = account;
  return { body: { ...viewAccount(account), ...(office !== undefined && { officeName: placeName(office) }) } };
}
