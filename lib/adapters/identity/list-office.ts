import type { Account } from '../../domain/identity/account.ts';
import type { Accounts } from './accounts.ts';

/** People that are read at a time, and how often at most. */
const PAGE = 100;
const PAGES = 10;

/** The people who work at one office, the newest account first. Throws if it has more than are looked through. */
export async function listOffice(office: string, { listPeople }: Pick<Accounts, 'listPeople'>): Promise<Account[]> {
  const found: Account[] = [];
  let from: readonly [string, string] | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const people = await listPeople(office, PAGE, from);
    found.push(...people);
    const last = people.at(-1);
    if (!last || people.length < PAGE) return found;
    from = [last.createdAt, last.id];
  }
  throw new Error(`more than ${PAGE * PAGES} people work at an office: they cannot be listed`);
}
