import type { RequestTable } from '../../lib/adapters/dynamo/requests.ts';
import type { Accounts } from '../../lib/adapters/identity/accounts.ts';
import type { Account } from '../../lib/domain/identity/account.ts';
import { confirm, heirOf, oust } from '../../lib/domain/identity/changes.ts';
import type { Proof } from '../../lib/domain/identity/proved-name.ts';
import { isRefusal } from '../../lib/domain/problem/problem.ts';
import { adoptSigned } from './adopt-signed.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'find' | 'findByIin' | 'change' | 'put' | 'lead'>;
  readonly requests: Pick<RequestTable, 'find' | 'replace' | 'listByApplicant'>;
  readonly newId: () => string;
}

/** The account of a person whose IIN an EDS has just proved; docs/decisions/0018 says what becomes of an unproved one. */
export const openProof = (needs: Needs) => {
  const { accounts, requests } = needs;
  return async (proof: Proof, now: Date): Promise<Account | undefined> => {
    const found = await accounts.findByIin(proof.iin);
    if (!found || found.closed) return undefined;
    const proved = found.confirmed ? found : await proveFirst(found, proof, needs, now);
    if (proved.formerly === undefined) return proved;
    const adoptFrom = await adoptSigned(proved, proved.formerly, { requests, now });
    if (adoptFrom?.join() !== proved.adoptFrom?.join())
      await accounts.change(proved.id, (kept) => ({ ...kept, account: { ...kept.account, adoptFrom } }));
    return proved;
  };
};

/** Who was vouched for keeps his account; of one that anybody may have registered the proved person gets another. */
async function proveFirst(found: Account, proof: Proof, needs: Needs, now: Date): Promise<Account> {
  if (found.createdBy === undefined) return takeOver(found, proof, needs, now);
  const confirmed = await needs.accounts.change(found.id, (kept) =>
    kept.account.confirmed || kept.account.closed ? kept : confirm(kept, proof, now),
  );
  if (isRefusal(confirmed)) throw new Error('an account vanished between two reads');
  return confirmed.account;
}

/** The second write decides: among many at once, and after a stop half-way, the heir is whom the ousted account names. */
async function takeOver(found: Account, proof: Proof, needs: Needs, now: Date): Promise<Account> {
  const { accounts } = needs;
  const offered = heirOf(found, proof, needs.newId(), now);
  if (found.heir === undefined) await accounts.put(offered);
  const ousted = await accounts.change(found.id, (kept) =>
    kept.account.heir || kept.account.closed ? kept : oust(kept, offered.id, now),
  );
  const heir = isRefusal(ousted) ? undefined : ousted.account.heir;
  const account = heir === undefined ? undefined : await accounts.find(heir);
  if (!account) throw new Error('an account vanished between two reads');
  await accounts.lead(proof.iin, found.id, account.id);
  return account;
}
