import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/identity/list-sessions/contract.ts';
import { listSessions } from '../../../../functions/identity/list-sessions/list-sessions.ts';
import { openAccounts } from '../../../../lib/adapters/identity/accounts.ts';
import { newSecret } from '../../../../lib/adapters/identity/secrets.ts';
import { openSessions } from '../../../../lib/adapters/identity/sessions.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { accountOf, after, saule } from '../../../lib/adapters/identity/people.ts';
import { bodyOf } from '../../asked.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
const account = { ...accountOf(saule, 'mio-officer', 'otyrar'), generation: 1 };
const caller = { account: account.id, role: 'mio-officer', session: 'second' } as const;

beforeAll(async () => {
  table = await openMemoryTable();
  await openAccounts(table).add(account, 'h');
  const sessions = openSessions(table);
  const begin = (id: string, seconds: number, more: object = {}) =>
    sessions.start({ id, account: account.id, generation: 1, method: 'password', newSecret, ...more }, after(seconds));
  await begin('first', 0, { as: 'applicant' });
  await begin('second', 10, { method: 'eds' });
  await begin('ended', 20);
  await sessions.end('ended', after(25));
  await begin('before-all-ended', 30, { generation: 0 });
  await begin('somebody-else', 40, { account: 'another' });
});
afterAll(() => table.close());

it('shows the sessions that last, the newest first, and which one asks', async () => {
  const needs = { accounts: openAccounts(table), sessions: openSessions(table), now: after(60) };
  const { sessions } = bodyOf(contract, await listSessions(caller, needs));
  expect(sessions).toMatchObject([
    { id: 'second', method: 'eds', cabinet: false, current: true },
    { id: 'first', method: 'password', cabinet: true, current: false },
  ]);
  expect(bodyOf(contract, await listSessions(caller, { ...needs, now: after(13 * 3600) })).sessions).toEqual([]);
});
