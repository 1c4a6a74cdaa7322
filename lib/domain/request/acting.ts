import type { Role } from '../access/roles.ts';
import type { Account } from '../identity/account.ts';
import type { ActedAs } from './event.ts';

/** Who acts in a session, as the history names them: applicants by their account alone, employees with name and place. */
export const actingIn = (
  { id: by, fullName: name }: Pick<Account, 'id' | 'fullName'>,
  { role, office: place }: { readonly role: Role; readonly office?: string | undefined },
): { readonly by: string; readonly as: ActedAs } => ({
  by,
  as: role === 'applicant' ? { role } : { role, name, ...(place !== undefined && { place }) },
});
