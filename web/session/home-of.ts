import type { Role } from '../../lib/domain/access/roles.ts';
import { routes } from '../routes.ts';

/** Where a role begins: the first page of the menu that is for it and not for everybody. */
export function homeOf(role: Role | undefined): string {
  const own = routes.find(({ menu, who }) => menu && role && who !== 'everybody' && who.includes(role));
  return role === 'applicant' ? '/' : (own?.path ?? '/app/account');
}
