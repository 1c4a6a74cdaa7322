import type { Account } from '../../domain/identity/account.ts';
import type { Accounts } from './accounts.ts';

/** Employees that are read at a time, and how often at most: 20 000 people. */
const PAGE = 500;
const PAGES = 40;

/** The people of one office, the newest account first. Throws if the deployment has more employees than are looked through. */
export async function listOffice(office: string, { listStaff }: Pick<Accounts, 'listStaff'>): Promise<Account[]> {
  const found: Account[] = [];
  let from: readonly [string, string] | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const staff = await listStaff(PAGE, from);
    found.push(...staff.filter((each) => each.office === office));
    const last = staff.at(-1);
    if (!last || staff.length < PAGE) return found;
    from = [last.createdAt, last.id];
  }
  throw new Error(`more than ${PAGE * PAGES} employees: the people of an office cannot be listed`);
}
