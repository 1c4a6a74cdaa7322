import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openAccounts } from '../../lib/adapters/identity/accounts.ts';
import { seedAccount } from '../../lib/adapters/identity/seed-account.ts';
import { openMemoryTable } from '../lib/adapters/identity/memory-table.ts';
import { accountOf, daniyar, password, saule } from '../lib/adapters/identity/people.ts';
import { runCommand } from './run-command.ts';

const account = { ...accountOf(saule), id: 'account-saule' };
let table: Awaited<ReturnType<typeof openMemoryTable>>;
beforeEach(async () => {
  table = await openMemoryTable();
  await seedAccount(table, account, password);
});
afterEach(() => table.close());

const close = (...lines: readonly string[]) =>
  runCommand('close-account', { args: ['--table', table.name], endpoint: table.url, lines });

it('closes the account of an IIN that is typed, never given as an argument, and says only its id', async () => {
  const { id } = account;
  const said = await close(saule);
  expect(said).toMatchObject({ code: 0, out: `account ${id} is closed\n` });
  expect(`${said.out}${said.complaint}`).not.toContain(saule);
  const accounts = openAccounts(table);
  expect(await accounts.find(id)).toMatchObject({ closed: expect.any(String), events: [{ code: 'closed' }] });
  expect(await accounts.findByIin(saule)).toBeUndefined();
  expect(await close(saule)).toMatchObject({ code: 1, out: '' });
});

it.each([
  ['an IIN that nobody has', [daniyar], 1],
  ['what is no IIN', ['123'], 65],
  ['nothing', [], 65],
] as const)('refuses %s in one line', async (_, lines, code) => {
  const said = await close(...lines);
  expect(said).toMatchObject({ code, out: '' });
  expect(said.complaint.trim()).toMatch(/^IIN: .*close-account: .+$/);
  expect(await openAccounts(table).findByIin(saule)).toMatchObject({ id: account.id });
});

it('asks for nothing without a table', async () => {
  expect(await runCommand('close-account')).toEqual({
    ...{ code: 64, out: '' },
    complaint: expect.stringMatching(/^close-account: --table .+\n$/) as unknown,
  });
});

it('says in one line that the table cannot be reached', async () => {
  const args = ['--table', 'other'];
  const said = await runCommand('close-account', { args, endpoint: table.url, lines: [saule] });
  expect(said).toMatchObject({ code: 1, out: '' });
  expect(said.complaint.trim().split('\n')).toHaveLength(1);
});
