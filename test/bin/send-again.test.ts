import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openRequests } from '../../lib/adapters/dynamo/requests.ts';
import { openAccounts } from '../../lib/adapters/identity/accounts.ts';
import { seedAccount } from '../../lib/adapters/identity/seed-account.ts';
import type { Notice } from '../../lib/domain/notice/notice.ts';
import { openMemoryTable } from '../lib/adapters/identity/memory-table.ts';
import { accountOf, password, saule } from '../lib/adapters/identity/people.ts';
import { after, numbered } from '../lib/domain/request/example.ts';
import { runCommand } from './run-command.ts';

const notice = (id: string, code: Notice['code'], email: Notice['email']): Notice => ({
  ...{ id, at: after(0).toISOString(), code, email, attempts: 9 },
  facts: code === 'request-received' ? { number: 'X', dueAt: after(9).toISOString() } : {},
});
const request = {
  ...numbered(),
  notices: [
    notice('lost', 'request-received', 'failed'),
    notice('back', 'request-received', 'returned'),
    notice('sent', 'request-received', 'sent'),
  ],
};
const account = { ...accountOf(saule), email: 's@example.kz', notices: [notice('n', 'password-changed', 'failed')] };

let table: Awaited<ReturnType<typeof openMemoryTable>>;
beforeEach(async () => {
  table = await openMemoryTable();
  await openRequests(table).add(request);
  await seedAccount(table, account, password);
});
afterEach(() => table.close());

const send = (...args: readonly string[]) =>
  runCommand('send-again', { args: ['--table', table.name, ...args], endpoint: table.url });
const emails = async () =>
  [
    ...((await openRequests(table).find(request.id))?.notices ?? []),
    ...((await openAccounts(table).find(account.id))?.notices ?? []),
  ].map(({ email }) => email);

it('has all mails that were lost or came back sent again, and what was sent stays', async () => {
  expect(await send('--all')).toEqual({ code: 0, out: '3 notices will be mailed again\n', complaint: '' });
  expect(await emails()).toEqual(['pending', 'pending', 'sent', 'pending']);
  expect(await send('--all')).toMatchObject({ code: 0, out: '0 notices will be mailed again\n' });
});

it('or those of one request or account', async () => {
  expect(await send('--of', account.id)).toMatchObject({ code: 0, out: '1 notices will be mailed again\n' });
  expect(await emails()).toEqual(['failed', 'returned', 'sent', 'pending']);
  expect(await send('--of', request.id)).toMatchObject({ code: 0, out: '2 notices will be mailed again\n' });
  expect(await emails()).toEqual(['pending', 'pending', 'sent', 'pending']);
});

it.each([
  ['what nobody has', ['--of', 'nobody'], 1],
  ['neither one nor all', [], 64],
  ['one and all', ['--of', 'x', '--all'], 64],
] as const)('refuses %s in one line', async (_, args, code) => {
  const said = await send(...args);
  expect(said).toMatchObject({ code, out: '' });
  expect(said.complaint).toMatch(/^send-again: .+\n$/);
  expect(await emails()).toEqual(['failed', 'returned', 'sent', 'failed']);
});
