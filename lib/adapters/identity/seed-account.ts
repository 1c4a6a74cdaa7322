import { Account } from '../../domain/identity/account.ts';
import { hashPassword } from '../../domain/identity/password.ts';
import { isRefusal } from '../../domain/problem/problem.ts';
import type { Table } from '../dynamo/table.ts';
import { openAccounts } from './accounts.ts';
import { newSalt } from './secrets.ts';

/**
 * Puts an account of any role into the table: the first administrator of a deployment, or a demo person of the local
 * platform. An existing account is not changed; its id is returned.
 */
export async function seedAccount(table: Table, account: Account, password: string): Promise<Account> {
  const accounts = openAccounts(table);
  const found = await accounts.findByIin(account.iin);
  if (found) return found;
  const added = await accounts.add(Account.parse(account), await hashPassword(password, newSalt()));
  if (isRefusal(added)) throw new Error('The account was added by somebody else meanwhile');
  return added;
}
