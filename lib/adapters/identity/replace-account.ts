import type { Account } from '../../domain/identity/account.ts';
import { oust } from '../../domain/identity/changes.ts';
import type { NoticeCode } from '../../domain/notice/codes.ts';
import { isRefusal } from '../../domain/problem/problem.ts';
import type { Accounts } from './accounts.ts';

/**
 * Replaces an account that anybody may have registered, by three conditional writes. The second decides: among many
 * simultaneous attempts, and after a crash, the new account is the one that the old account names. Answers the new
 * account, which may differ from the offered one.
 */
export async function replaceAccount(
  found: Account,
  offered: Account,
  notice: NoticeCode,
  accounts: Pick<Accounts, 'find' | 'change' | 'put' | 'lead'>,
  now: Date,
): Promise<Account> {
  if (found.heir === undefined) await accounts.put(offered);
  const ousted = await accounts.change(found.id, (kept) =>
    kept.account.heir || kept.account.closed ? kept : oust(kept, offered.id, now, notice),
  );
  const heir = isRefusal(ousted) ? undefined : ousted.account.heir;
  const account = heir === undefined ? undefined : await accounts.find(heir);
  if (!account) throw new Error('an account vanished between two reads');
  await accounts.lead(found.iin, found.id, account.id);
  return account;
}
