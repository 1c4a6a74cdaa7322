import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { refreshSession } from '../../../../functions/identity/refresh-session/refresh-session.ts';
import { signOut } from '../../../../functions/identity/sign-out/sign-out.ts';
import { Grant } from '../../../../lib/domain/identity/session.ts';
import { isRefusal, type Refusal } from '../../../../lib/domain/problem/problem.ts';
import { openGrants } from '../../../../lib/adapters/identity/grants.ts';
import { newSecret } from '../../../../lib/adapters/identity/secrets.ts';
import { seedAccount } from '../../../../lib/adapters/identity/seed-account.ts';
import { grantsOver } from '../../../lib/adapters/identity/grants-over.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { accountOf, after, password, saule, start } from '../../../lib/adapters/identity/people.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
const account = accountOf(saule, 'mio-officer', 'otyrar');
beforeAll(async () => {
  table = await openMemoryTable();
  await seedAccount(table, account, password);
});
afterAll(() => table.close());

const refresh = async (refreshToken: string, now: Date): Promise<Grant | Refusal> => {
  const answered = await refreshSession({ body: { refreshToken } }, { grants: grantsOver(table).grants, now });
  return isRefusal(answered) ? answered : Grant.parse(answered.body);
};
const granted = (grant: Grant | Refusal): Grant => {
  if (isRefusal(grant)) throw new Error(grant.refused);
  return grant;
};
const expired = { refused: 'session/expired' };

describe('refreshing a session', () => {
  it('gives the next tokens of the same session and never makes it longer', async () => {
    const { grants, tokens } = grantsOver(table);
    const first = await grants.start(account, 'password', start);
    const second = granted(await refresh(first.refreshToken, after(800)));
    expect(second.sessionEndsAt).toBe(first.sessionEndsAt);
    const [before, now] = [
      await tokens.verify(first.accessToken, start),
      await tokens.verify(second.accessToken, after(1000)),
    ];
    expect(now).toEqual(before);
    expect(await refresh(second.refreshToken, after(12 * 3600))).toEqual(expired);
  });

  it('keeps the role in which the session was opened', async () => {
    const { grants, tokens } = grantsOver(table);
    const first = await grants.start(account, 'eds', start, 'applicant');
    const second = granted(await refresh(first.refreshToken, after(1)));
    for (const { role, accessToken } of [first, second]) {
      expect(role).toBe('applicant');
      const caller = await tokens.verify(accessToken, after(2));
      expect(caller).toEqual({ account: account.id, session: expect.any(String), role: 'applicant' });
    }
  });

  it('gives the token just replaced the same answer for 30 seconds, so a lost answer ends nothing', async () => {
    const { grants } = grantsOver(table);
    const first = await grants.start(account, 'password', start);
    const second = granted(await refresh(first.refreshToken, after(100)));
    expect(granted(await refresh(first.refreshToken, after(100)))).toEqual(second);
    expect(granted(await refresh(first.refreshToken, after(129)))).toEqual({ ...second, expiresIn: 900 - 29 });
    expect(granted(await refresh(second.refreshToken, after(1000))).account).toBe(account.id);
  });

  it('with a token that was replaced 31 seconds ago ends the session, also for the next token', async () => {
    const { grants } = grantsOver(table);
    const first = await grants.start(account, 'password', start);
    const second = granted(await refresh(first.refreshToken, after(100)));
    expect(await refresh(first.refreshToken, after(131))).toEqual(expired);
    expect(await refresh(second.refreshToken, after(132))).toEqual(expired);
  });

  it('with a token before the last one ends the session within the 30 seconds, too', async () => {
    const { grants } = grantsOver(table);
    const first = await grants.start(account, 'password', start);
    const second = granted(await refresh(first.refreshToken, after(1)));
    const third = granted(await refresh(second.refreshToken, after(2)));
    expect(await refresh(first.refreshToken, after(3))).toEqual(expired);
    for (const { refreshToken } of [second, third]) expect(await refresh(refreshToken, after(4))).toEqual(expired);
  });

  it('gives ten tabs that ask at once the same answer', async () => {
    const { grants } = grantsOver(table);
    const first = await grants.start(account, 'password', start);
    const all = await Promise.all(Array.from({ length: 10 }, () => refresh(first.refreshToken, after(1))));
    expect(new Set(all.map((each) => granted(each).refreshToken)).size).toBe(1);
    expect(granted(await refresh(granted(all[0]!).refreshToken, after(2))).account).toBe(account.id);
  });

  it('does not repeat an answer for an account that was closed since', async () => {
    const other = { ...account, id: 'closed-meanwhile' };
    const put = (closed?: object) =>
      table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: { pk: `ACCOUNT#${other.id}`, sk: 'ACCOUNT', account: { ...other, ...closed }, passwordHash: 'x' },
        }),
      );
    await put();
    const first = await grantsOver(table).grants.start(other, 'password', start);
    granted(await refresh(first.refreshToken, after(1)));
    await put({ generation: 1 });
    expect(await refresh(first.refreshToken, after(2))).toEqual(expired);
  });

  it('is over after signing out', async () => {
    const { grants, sessions, tokens } = grantsOver(table);
    const first = await grants.start(account, 'password', start);
    const caller = await tokens.verify(first.accessToken, start);
    if (!caller) throw new Error('no caller');
    expect(await signOut(caller, { sessions, now: after(1) })).toEqual({});
    expect(await refresh(first.refreshToken, after(2))).toEqual(expired);
  });

  it('reads role and office anew', async () => {
    const { grants, tokens } = grantsOver(table);
    const first = await grants.start(account, 'password', start);
    const promoted = { ...account, role: 'mio-head' };
    const Item = { pk: `ACCOUNT#${account.id}`, sk: 'ACCOUNT', account: promoted, passwordHash: 'x' };
    await table.client.send(new PutCommand({ TableName: table.name, Item }));
    const second = granted(await refresh(first.refreshToken, after(1)));
    expect(await tokens.verify(second.accessToken, after(1))).toMatchObject({ role: 'mio-head' });
  });

  it("signs nothing for a caller who knows a session's id but not its secrets", async () => {
    const { grants } = grantsOver(table);
    const first = await grants.start(account, 'password', start);
    const [id] = first.refreshToken.split('.');
    let signed = 0;
    const parts = grantsOver(table);
    const counting = openGrants({
      ...parts,
      tokens: { ...parts.tokens, issue: (...asked) => ((signed += 1), parts.tokens.issue(...asked)) },
      newId: () => 'none',
      newSecret,
    });
    expect(await counting.renew(`${id}.${newSecret()}.${newSecret()}`, after(1))).toEqual(expired);
    expect(signed).toBe(0);
    expect(granted(await counting.renew(first.refreshToken, after(2))).account).toBe(account.id);
    expect(signed).toBe(1);
    granted(await counting.renew(first.refreshToken, after(3)));
    expect(signed).toBe(1);
  });

  it('refuses anything that is not a refresh token', async () => {
    for (const junk of ['', 'x', 'a.b.c', `id-1.${'A'.repeat(43)}.${'A'.repeat(43)}`])
      expect(await refresh(junk, start)).toEqual(expired);
  });
});
