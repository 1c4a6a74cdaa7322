import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import { replaceAccount } from '../../../lib/adapters/identity/replace-account.ts';
import { logEvent } from '../../../lib/adapters/log.ts';
import { isVouchedFor, type Account } from '../../../lib/domain/identity/account.ts';
import { confirm, heirOf } from '../../../lib/domain/identity/changes.ts';
import type { Proof } from '../../../lib/domain/identity/proved-name.ts';
import { isRefusal } from '../../../lib/domain/problem/problem.ts';
import { adoptFiledFor, adoptSigned } from './adopt-signed.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'find' | 'findByIin' | 'formerOf' | 'change' | 'put' | 'lead'>;
  readonly requests: Pick<RequestTable, 'find' | 'replace' | 'listByApplicant' | 'listByPerson'>;
  readonly newId: () => string;
}

/** The account of a person whose IIN an EDS has just proved; docs/decisions/0018 says what happens to an unproved one. */
export const openProof = (needs: Needs) => {
  const { accounts, requests } = needs;
  return async (proof: Proof, now: Date): Promise<Account | undefined> => {
    const found = await accounts.findByIin(proof.iin);
    if (!found || found.closed) return undefined;
    const proved = found.confirmed ? found : await proveFirst(found, proof, needs, now);
    await adoptFiledFor(proved, { requests, now });
    const closed = await accounts.formerOf(proof.iin);
    if (closed !== undefined && closed !== proved.formerly) await adoptSigned(proved, closed, { requests, now });
    if (proved.formerly === undefined) return proved;
    const adoptFrom = await adoptSigned(proved, proved.formerly, { requests, now });
    if (adoptFrom?.join() !== proved.adoptFrom?.join())
      await accounts.change(proved.id, (kept) => ({ ...kept, account: { ...kept.account, adoptFrom } }));
    return proved;
  };
};

/** People whom somebody vouched for keep their account. An account that anybody may have registered is replaced. */
async function proveFirst(found: Account, proof: Proof, { accounts, newId }: Needs, now: Date): Promise<Account> {
  const account = isVouchedFor(found)
    ? found
    : await replaceAccount(found, heirOf(found, proof, newId(), now), 'account-taken-over', accounts, now);
  if (!isVouchedFor(found)) logEvent('account-taken-over', { account: account.id });
  // An administrator may have replaced it first: then the new account must still be confirmed.
  const confirmed = await accounts.change(account.id, (kept) =>
    kept.account.confirmed || kept.account.closed ? kept : confirm(kept, proof, now),
  );
  if (isRefusal(confirmed)) throw new Error('an account vanished between two reads');
  return confirmed.account;
}
