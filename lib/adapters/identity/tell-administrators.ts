import { tellOfPosts } from '../../domain/identity/changes.ts';
import type { Accounts } from './accounts.ts';

/** As many administrators as are told of each other's acts, and employees that are looked through to find them. */
const MOST = 20;
const LOOKED_AT = 1000;

/** Tells every administrator but the one who acted that a post has changed. */
export async function tellAdministrators(
  actor: string,
  { accounts, now }: { readonly accounts: Pick<Accounts, 'listStaff' | 'change'>; readonly now: Date },
): Promise<void> {
  const staff = await accounts.listStaff(LOOKED_AT);
  const others = staff.filter(({ id, role, suspended }) => role === 'administrator' && id !== actor && !suspended);
  for (const { id } of others.slice(0, MOST)) await accounts.change(id, (kept) => tellOfPosts(kept, now));
}
