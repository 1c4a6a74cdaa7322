import { close } from '../../domain/identity/changes.ts';
import { isRefusal } from '../../domain/problem/problem.ts';
import type { Accounts } from './accounts.ts';

/**
 * Closes the account of an IIN and frees the IIN. After a crash between the two nobody can enter the account, and closing
 * it again continues. Answers the account's id, or undefined if the IIN has none.
 */
export async function closeAccount(iin: string, accounts: Accounts, now: Date): Promise<string | undefined> {
  const found = await accounts.findByIin(iin);
  if (!found) return undefined;
  const closed = await accounts.change(found.id, (kept) => (kept.account.closed ? kept : close(kept, now)));
  if (isRefusal(closed)) throw new Error('an account vanished between two reads');
  await accounts.release(iin, found.id);
  return found.id;
}
