import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { viewAccount, type Account } from '../../../lib/domain/identity/account.ts';
import { wantMailAt } from '../../../lib/domain/identity/changes.ts';
import { agreesWith } from '../../../lib/domain/identity/proved-name.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { contract } from './contract.ts';

export async function changeAccount(
  { body }: Pick<Asked<typeof contract>, 'body'>,
  caller: Caller,
  { accounts, now }: { readonly accounts: Pick<Accounts, 'change'>; readonly now: Date },
): Promise<Answered | Refusal> {
  const changed = await accounts.change(caller.account, ({ account, ...password }) => {
    if (!mayBeCalled(account, body.fullName)) return refuse('input/invalid', { errors: [otherName] });
    const { phone: _, ...kept } = account;
    const { email, ...contacts } = body;
    return wantMailAt({ ...password, account: { ...kept, ...contacts } }, email, now);
  });
  return isRefusal(changed) ? changed : { body: viewAccount(changed.account) };
}

/** Only an applicant whose identity is not proved yet chooses their name. */
function mayBeCalled({ role, confirmed, fullName }: Account, name: string): boolean {
  return (role === 'applicant' && !confirmed) || agreesWith(name, confirmed?.name ?? fullName);
}

const otherName = { field: '/fullName', rule: 'name-proved', expected: 'the name that has been proved' };
