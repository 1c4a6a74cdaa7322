import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewOfficer } from '../../../lib/adapters/http/views/officer-view.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import { tellAdministrators } from '../../../lib/adapters/identity/tell-administrators.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { takeMandate as take } from '../../../lib/domain/identity/mandate.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'find' | 'change' | 'listStaff'>;
  readonly now: Date;
}

export async function takeMandate(
  { params: { account } }: Pick<Asked<typeof contract>, 'params'>,
  { account: by, office = '' }: Caller,
  { accounts, now }: Needs,
): Promise<Answered | Refusal> {
  if (account === by) return refuse('mandate/own');
  const before = await accounts.find(account);
  if (!before) return refuse('staff/unknown');
  const changed = await accounts.change(account, (kept) => take(kept, office, now));
  if (isRefusal(changed)) return changed;
  if (before.mandate) await tellAdministrators(by, { accounts, now });
  return { body: viewOfficer(changed.account, office, now), about: { subject: account } };
}
