import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/accounts/list-staff/contract.ts';
import { listStaff } from '../../../../functions/accounts/list-staff/list-staff.ts';
import { openAccounts } from '../../../../lib/adapters/identity/accounts.ts';
import { demoIin } from '../../../../lib/local/demo/demo-number.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { accountOf, after } from '../../../lib/adapters/identity/people.ts';
import { asked, bodyOf } from '../../asked.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
beforeAll(async () => {
  table = await openMemoryTable();
  for (let n = 0; n < 5; n += 1) {
    const role = n === 0 ? 'applicant' : 'mio-officer';
    const account = {
      ...accountOf(demoIin('1980-01-01', 'male', 40 + n), role, 'otyrar'),
      id: `id-${n}`,
      createdAt: after(n).toISOString(),
    };
    await openAccounts(table).add(account, 'h');
  }
});
afterAll(() => table.close());

const list = async (query: object) =>
  bodyOf(contract, await listStaff(asked({ query: contract.query.parse(query) }), { accounts: openAccounts(table) }));

it('shows the people of the offices, the newest first, page by page, without IIN and contacts', async () => {
  const first = await list({ limit: 3 });
  expect(first.staff.map(({ account }) => account)).toEqual(['id-4', 'id-3', 'id-2']);
  expect(first.staff[0]).toMatchObject({ post: { role: 'mio-officer', office: 'otyrar' }, proved: false });
  const rest = await list({ limit: 3, from: first.next });
  expect(rest.staff.map(({ account }) => account)).toEqual(['id-1']);
  expect(rest).not.toHaveProperty('next');
  expect(await list({ limit: 4 })).not.toHaveProperty('next');
  expect(JSON.stringify([first, rest])).not.toMatch(/8001013|@/);
});
