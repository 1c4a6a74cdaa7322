import { openRequests } from '../../lib/adapters/dynamo/requests.ts';
import { openAccounts } from '../../lib/adapters/identity/accounts.ts';
import type { Caller, Role } from '../../lib/domain/access/roles.ts';
import type { Absence } from '../../lib/domain/identity/absence.ts';
import type { Account } from '../../lib/domain/identity/account.ts';
import { openWork } from '../../lib/domain/request/rows/rows.ts';
import type { Task } from '../../lib/domain/request/work.ts';
import type { Worker } from '../../lib/domain/regulation/words.ts';
import { demoIin } from '../../lib/local/demo/demo-number.ts';
import { openMemoryTable } from '../lib/adapters/identity/memory-table.ts';
import { accountOf } from '../lib/adapters/identity/people.ts';
import { after, at, created, numbered } from '../lib/domain/request/example.ts';

export const office = 'south-kazakhstan-employment-shymkent';
export const callerOf = (account: string, role: Role = 'mio-officer'): Caller => ({
  ...{ account, role, office, session: 's' },
});
export const head = callerOf('head', 'mio-head');
export const row = '05-mio-accept';

const person = (id: string, n: number, role: Role = 'mio-officer', more: Partial<Account> = {}): Account => ({
  ...accountOf(demoIin('1980-01-01', 'male', n), role, office),
  ...{ id, fullName: `Демо ${id}`, email: `${id}@example.kz`, createdAt: after(n).toISOString() },
  ...more,
});

/** An office with a head, two officers, one whose post rests, and a commission; and an officer elsewhere. */
export async function openOffice() {
  const table = await openMemoryTable();
  const [accounts, requests] = [openAccounts(table), openRequests(table)];
  const people = [
    person('head', 40, 'mio-head'),
    person('serik', 41),
    person('gulnar', 42),
    person('resting', 43, 'mio-officer', { suspended: after(1).toISOString() }),
    person('member', 44, 'commission-member'),
    person('erlan', 45, 'mio-officer', { office: 'south-kazakhstan-employment-turkestan' }),
  ];
  for (const each of people) await accounts.add(each, 'h');

  return {
    ...{ accounts, requests, close: () => table.close() },
    /** The n-th open piece of work of the office, due a minute after the one before; the account may have claimed it. */
    async open(n: number, claimed?: string, { task = 'accept', by = 'mio' }: { task?: Task; by?: Worker } = {}) {
      const id = `01KAH7M000000000000000${String(n).padStart(4, '0')}`;
      const opening = { task, by, dueAt: after(30 + n).toISOString(), token: 't' };
      const opened = openWork(task === 'sign' ? created() : numbered(), at(row, 4), opening);
      const work = 'work' in opened ? opened.work! : undefined;
      const claimedBy =
        claimed === undefined ? {} : { claimedBy: { account: claimed, name: `Демо ${claimed}`, at: claimedAt } };
      await requests.add({ ...opened, id, office, work: { ...work!, ...claimedBy } } as typeof opened);
      return id;
    },
    workOf: async (id: string) => {
      const request = await requests.find(id);
      return request && 'work' in request ? request.work : undefined;
    },
    /** From the fifth minute of the example to the fiftieth. */
    away: (account: string, substitute: string, roles: readonly Role[] = []) =>
      accounts.changeAbsences(office, (kept) => [...kept, absence(account, substitute, roles)]),
    codesOf: async (id: string) => ((await accounts.find(id))?.notices ?? []).map(({ code }) => code),
  };
}
export type Office = Awaited<ReturnType<typeof openOffice>>;

/** Since when those have work who have it. */
export const claimedAt = after(4).toISOString();

const absence = (account: string, substitute: string, roles: readonly Role[]): Absence => ({
  away: { account, name: `Демо ${account}`, role: roles[0] ?? 'mio-officer' },
  substitute: { account: substitute, name: `Демо ${substitute}`, role: roles[1] ?? 'mio-officer' },
  ...{ from: after(5).toISOString(), until: after(50).toISOString(), by: 'head' },
});
