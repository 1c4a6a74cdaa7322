import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/cabinet/read-notices/contract.ts';
import { readNotices } from '../../../../functions/cabinet/read-notices/read-notices.ts';
import { openAccounts } from '../../../../lib/adapters/identity/accounts.ts';
import { seedAccount } from '../../../../lib/adapters/identity/seed-account.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { password } from '../../../lib/adapters/identity/people.ts';
import { after } from '../../../lib/domain/request/example.ts';
import { bodyOf } from '../../asked.ts';
import { citizen, citizenAccount, officerAccount } from '../../cast.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
beforeEach(async () => {
  table = await openMemoryTable();
  await seedAccount(table, citizenAccount, password);
  await seedAccount(table, { ...officerAccount, noticesReadAt: after(1).toISOString() }, password);
});
afterEach(() => table.close());

const read = async (minutes: number, now = after(60)) => {
  const body = contract.body.parse({ until: after(minutes).toISOString() });
  const needs = { accounts: openAccounts(table), now };
  return bodyOf(contract, await readNotices({ body }, citizen, needs)).readUntil;
};
const kept = async (id: string) => (await openAccounts(table).find(id))?.noticesReadAt;

it('what was seen is read, on the account of the caller alone', async () => {
  expect(await read(20)).toBe(after(20).toISOString());
  expect([await kept(citizen.account), await kept(officerAccount.id)]).toEqual([
    after(20).toISOString(),
    after(1).toISOString(),
  ]);
});

it('a second call changes nothing, and an earlier moment takes nothing back', async () => {
  for (const minutes of [20, 20, 5]) expect(await read(minutes)).toBe(after(20).toISOString());
});

it('what is announced later is not read in advance', async () => {
  expect(await read(600)).toBe(after(60).toISOString());
});
