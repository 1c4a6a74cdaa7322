import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import { viewAccount } from '../../../lib/domain/identity/account.ts';
import { wantMailAt } from '../../../lib/domain/identity/changes.ts';
import { newAccountFaults } from '../../../lib/domain/identity/new-account.ts';
import { hashPassword } from '../../../lib/domain/identity/password.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'add'>;
  readonly now: Date;
  readonly newId: () => string;
  readonly newSalt: () => Uint8Array;
}

export async function registerAccount(
  { body }: Pick<Asked<typeof contract>, 'body'>,
  { accounts, now, newId, newSalt }: Needs,
): Promise<Answered | Refusal> {
  const { password, email, ...person } = body;
  const errors = newAccountFaults(body, now);
  if (errors.length > 0) return refuse('input/invalid', { errors });
  const account = { ...person, id: newId(), role: 'applicant' as const, createdAt: now.toISOString() };
  const wanted = email === undefined ? { account } : wantMailAt({ account }, email, now);
  if (isRefusal(wanted)) return wanted;
  const added = await accounts.add(wanted.account, await hashPassword(password, newSalt()));
  return isRefusal(added) ? added : { body: viewAccount(added) };
}
