import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import type { Account } from '../../../lib/domain/identity/account.ts';
import { demoIin } from '../../../lib/local/demo/demo-number.ts';
import { openMemoryTable } from '../../lib/adapters/identity/memory-table.ts';
import { accountOf, after } from '../../lib/adapters/identity/people.ts';

export const office = 'south-kazakhstan-employment-shymkent';
export const head: Caller = { account: 'head', role: 'mio-head', office, session: 's' };

const person = (id: string, n: number, more: Partial<Account>): Account => ({
  ...accountOf(demoIin('1980-01-01', 'male', n), 'mio-officer', office),
  ...{ id, email: `${id}@example.kz`, createdAt: after(n).toISOString(), position: 'главный специалист' },
  ...more,
});

/** An office with its head and officers, people of another office, and an administrator. */
export async function openMandates() {
  const table = await openMemoryTable();
  const accounts = openAccounts(table);
  const people = [
    person('head', 40, { role: 'mio-head' }),
    person('officer', 41, {}),
    person('resting', 42, { suspended: after(1).toISOString() }),
    person('elsewhere', 43, { office: 'south-kazakhstan-employment-turkestan' }),
    person('admin', 44, { role: 'administrator' }),
  ];
  for (const each of people) await accounts.add(each, 'h');
  return {
    accounts,
    close: () => table.close(),
    mandateOf: async (id: string) => (await accounts.find(id))?.mandate,
    codesOf: async (id: string) => ((await accounts.find(id))?.notices ?? []).map(({ code }) => code),
  };
}
export type Mandates = Awaited<ReturnType<typeof openMandates>>;
