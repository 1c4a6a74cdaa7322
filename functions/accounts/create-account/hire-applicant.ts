import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import { replaceAccount } from '../../../lib/adapters/identity/replace-account.ts';
import { isVouchedFor, type Account } from '../../../lib/domain/identity/account.ts';
import { hire, successorOf, type Employment } from '../../../lib/domain/identity/changes.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/problem/problem.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'find' | 'change' | 'put' | 'lead'>;
  readonly newId: () => string;
}

/**
 * Gives an applicant's account a post. An account that nobody has vouched for is replaced first, as by a first EDS
 * (docs/decisions/0018). A crash between the two leaves an account that only an EDS opens; calling again continues.
 */
export async function hireApplicant(
  found: Account,
  employment: Employment,
  { accounts, newId }: Needs,
): Promise<Account | Refusal> {
  const account = isVouchedFor(found)
    ? found
    : await replaceAccount(found, successorOf(newId(), found, employment), 'post-offered', accounts, employment.at);
  const hired = await accounts.change(account.id, (kept) => hire(kept, employment));
  return isRefusal(hired) ? hired : hired.account;
}
