import type { Answered } from '../../../lib/adapters/http/serve.ts';
import { viewStaff } from '../../../lib/adapters/http/views/staff-view.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { postBytes } from '../../../lib/domain/identity/post-statement.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';

export async function showPost(
  caller: Caller,
  { accounts }: { readonly accounts: Pick<Accounts, 'find'> },
): Promise<Answered | Refusal> {
  const account = await accounts.find(caller.account);
  if (!account) return refuse('access/unauthenticated');
  if (!account.offered) return { body: {} };
  const content = Buffer.from(postBytes(account, account.offered)).toString('base64');
  return { body: { offered: viewStaff(account).offered, content } };
}
