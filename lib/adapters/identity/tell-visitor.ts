import { tellOfAct } from '../../domain/identity/changes.ts';
import type { Caller } from '../../domain/access/roles.ts';
import type { Request } from '../../domain/request/request.ts';
import type { Accounts } from './accounts.ts';

/**
 * Tells whoever an EDS has proved to hold the applicant's IIN that an employee has acted for them. An account that anybody may
 * have registered is told nothing.
 */
export async function tellVisitor(
  code: 'filed-for-you' | 'answered-for-you',
  { applicant }: Pick<Request, 'applicant'>,
  { role }: Caller,
  { accounts, now }: { readonly accounts: Pick<Accounts, 'findByIin' | 'change'>; readonly now: Date },
): Promise<void> {
  const holder = role === 'applicant' ? undefined : await accounts.findByIin(applicant.iin);
  if (holder?.confirmed && !holder.closed) await accounts.change(holder.id, (kept) => tellOfAct(kept, code, now));
}
