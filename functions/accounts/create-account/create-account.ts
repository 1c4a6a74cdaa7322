import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import type { Caller, Role } from '../../../lib/domain/access/roles.ts';
import { viewAccount, viewHired } from '../../../lib/domain/identity/account.ts';
import { newAccountFaults } from '../../../lib/domain/identity/new-account.ts';
import { hashPassword } from '../../../lib/domain/identity/password.ts';
import { servesOffice } from '../../../lib/domain/identity/workplaces.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { hireApplicant } from './hire-applicant.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'add' | 'find' | 'findByIin' | 'change' | 'put' | 'lead'>;
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
  const fits = servesOffice(body.role) ? isWorkplace(body.role, body.office ?? '') : body.office === undefined;
  if (!fits) return refuse('account/office-required');
  const passwordHash = password === undefined ? undefined : await hashPassword(password, newSalt());
  const post = { role, office, position };
  const found = await accounts.findByIin(body.iin);
  if (found?.role === 'applicant' && !found.closed) {
    const employment = { person, post, passwordHash, administrator: administrator.account, at: now };
    const hired = await hireApplicant(found, employment, { accounts, newId });
    return isRefusal(hired) ? hired : { body: viewHired(hired) };
  }
  const account = { ...person, ...post, id: newId(), createdAt: now.toISOString(), createdBy: administrator.account };
  const added = await accounts.add(account, passwordHash);
  return isRefusal(added) ? added : { body: viewAccount(added) };
}
