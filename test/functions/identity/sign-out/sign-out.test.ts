import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { signOut } from '../../../../functions/identity/sign-out/sign-out.ts';
import { newSecret } from '../../../../lib/adapters/identity/secrets.ts';
import { openSessions } from '../../../../lib/adapters/identity/sessions.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { after, start } from '../../../lib/adapters/identity/people.ts';
import { citizen } from '../../cast.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
beforeAll(async () => (table = await openMemoryTable()));
afterAll(() => table.close());

it("signing out ends only the caller's own session, and a second time changes nothing", async () => {
  const sessions = openSessions(table);
  const begin = (id: string) => sessions.start({ id, account: 'a', method: 'password', newSecret }, start);
  const [{ refreshToken }] = [await begin('mine'), await begin('other')];
  const caller = { ...citizen, session: 'mine' };
  expect(await signOut(caller, { sessions, now: after(1) })).toEqual({});
  expect(await sessions.live('mine', after(2))).toBeUndefined();
  expect(await sessions.held(refreshToken, after(2))).toBeUndefined();
  expect(await sessions.live('other', after(2))).toBeDefined();
  expect(await signOut(caller, { sessions, now: after(3) })).toEqual({});
});
