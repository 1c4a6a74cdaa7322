import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { endSession } from '../../../../functions/identity/end-session/end-session.ts';
import { newSecret } from '../../../../lib/adapters/identity/secrets.ts';
import { openSessions } from '../../../../lib/adapters/identity/sessions.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { after, start } from '../../../lib/adapters/identity/people.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
beforeAll(async () => {
  table = await openMemoryTable();
  for (const [id, account] of [
    ['mine', 'a'],
    ['theirs', 'b'],
  ] as const)
    await openSessions(table).start({ id, account, method: 'password', newSecret }, start);
});
afterAll(() => table.close());

const end = (session: string) =>
  endSession(
    { params: { session } },
    { account: 'a', role: 'applicant', session: 'other' },
    {
      sessions: openSessions(table),
      now: after(1),
    },
  );

it('ends an own session, once, and nobody else’s', async () => {
  expect(await end('mine')).toEqual({});
  expect(await openSessions(table).live('mine', after(2))).toBeUndefined();
  for (const each of ['mine', 'theirs', 'none']) expect(await end(each)).toEqual({ refused: 'session/unknown' });
  expect(await openSessions(table).live('theirs', after(2))).toMatchObject({ account: 'b' });
});
