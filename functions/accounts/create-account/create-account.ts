import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import type { Caller, Role } from '../../../lib/domain/access/roles.ts';
import { viewStaff } from '../../../lib/adapters/http/views/staff-view.ts';
import { tellAdministrators } from '../../../lib/adapters/identity/tell-administrators.ts';
import type { Account } from '../../../lib/domain/identity/account.ts';
import { offeredBy, type Employment } from '../../../lib/domain/identity/changes.ts';
import { newAccountFaults } from '../../../lib/domain/identity/new-account.ts';
import { hashPassword } from '../../../lib/domain/identity/password.ts';
import { fitsPost } from '../../../lib/domain/identity/workplaces.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { hireApplicant } from './hire-applicant.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'add' | 'find' | 'findByIin' | 'change' | 'put' | 'lead' | 'listStaff'>;
  readonly isWorkplace: (role: Role, office: string) => boolean;
  readonly now: Date;
  readonly newId: () => string;
  readonly newSalt: () => Uint8Array;
}

export async function createAccount(
  { body }: Pick<Asked<typeof contract>, 'body'>,
  administrator: Caller,
  { accounts, isWorkplace, now, newId, newSalt }: Needs,
): Promise<Answered | Refusal> {
  const { password, role, office, position, ...person } = body;
  const errors = newAccountFaults(body, now);
  if (errors.length > 0) return refuse('input/invalid', { errors });
  if (!fitsPost(body, isWorkplace)) return refuse('account/office-required');
  const passwordHash = password === undefined ? undefined : await hashPassword(password, newSalt());
  const employment = {
    person,
    post: { role, office, position },
    passwordHash,
    administrator: administrator.account,
    at: now,
  };
  const found = await accounts.findByIin(body.iin);
  const account =
    found?.role === 'applicant' && !found.closed
      ? await hireApplicant(found, employment, { accounts, newId })
      : await accounts.add(newcomer(newId(), employment), passwordHash);
  if (isRefusal(account)) return account;
  await tellAdministrators(administrator.account, { accounts, now });
  return { body: viewStaff(account), about: { subject: account.id } };
}

/** Somebody without an account: a citizen until they accept the post. */
const newcomer = (id: string, by: Employment): Account => ({
  ...by.person,
  ...{ id, role: 'applicant', createdAt: by.at.toISOString(), createdBy: by.administrator, offered: offeredBy(by) },
});
