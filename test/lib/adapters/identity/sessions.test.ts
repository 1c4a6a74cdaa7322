import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { newSecret } from '../../../../lib/adapters/identity/secrets.ts';
import { nextToken, openSessions } from '../../../../lib/adapters/identity/sessions.ts';
import { openMemoryTable } from './memory-table.ts';
import { after, start } from './people.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
beforeAll(async () => (table = await openMemoryTable()));
afterAll(() => table.close());

let count = 0;
async function begin() {
  const sessions = openSessions(table);
  const id = `session-${++count}`;
  const { refreshToken } = await sessions.start({ id, account: 'a', method: 'password', newSecret }, start);
  return { sessions, id, refreshToken };
}
type Begun = Awaited<ReturnType<typeof begin>>;

/** The token after this one, if it was the current one. */
async function turn({ sessions }: Begun, token: string, seconds: number, answer = 'answer') {
  const next = nextToken(token, newSecret);
  return (await sessions.turn(token, next, answer, after(seconds))) ? next : undefined;
}

describe('a session', () => {
  it('lives for 12 hours, although the item stays longer', async () => {
    const { sessions, id } = await begin();
    expect(await sessions.live(id, after(0))).toMatchObject({ id, account: 'a', method: 'password' });
    expect(await sessions.live(id, after(12 * 3600 - 1))).toBeDefined();
    expect(await sessions.live(id, after(12 * 3600))).toBeUndefined();
    expect(await sessions.live('session-0', start)).toBeUndefined();
  });

  it('ends by signing out, also for the refresh token before the last', async () => {
    const begun = await begin();
    const { sessions, id, refreshToken } = begun;
    const second = await turn(begun, refreshToken, 1);
    await sessions.end(id, after(2));
    expect(await sessions.live(id, after(3))).toBeUndefined();
    for (const token of [refreshToken, second!]) {
      expect(await turn(begun, token, 3)).toBeUndefined();
      expect(await sessions.held(token, after(3))).toBeUndefined();
    }
    await sessions.end(id, after(4));
  });

  it('continues from one refresh token to the next', async () => {
    const begun = await begin();
    const second = await turn(begun, begun.refreshToken, 900);
    const third = await turn(begun, second!, 1800);
    expect(new Set([begun.refreshToken, second, third]).size).toBe(3);
    expect(await begun.sessions.live(begun.id, after(1801))).toBeDefined();
    expect(await turn(begun, third!, 12 * 3600)).toBeUndefined();
  });

  it('repeats the answer for the token just replaced for 30 seconds, and for no earlier one', async () => {
    const begun = await begin();
    const { sessions, refreshToken } = begun;
    const second = await turn(begun, refreshToken, 100, 'first answer');
    const told = async (token: string, seconds: number) => (await sessions.held(token, after(seconds)))?.told?.answer;
    expect([await told(refreshToken, 100), await told(refreshToken, 129)]).toEqual(['first answer', 'first answer']);
    expect([await told(refreshToken, 130), await told(refreshToken, 131)]).toEqual([undefined, undefined]);
    expect(await told(second!, 101)).toBeUndefined();
    await turn(begun, second!, 102, 'second answer');
    expect([await told(refreshToken, 103), await told(second!, 103)]).toEqual([undefined, 'second answer']);
  });

  it('ends when a copied token is used, and not before', async () => {
    const begun = await begin();
    const { sessions, id, refreshToken } = begun;
    const second = await turn(begun, refreshToken, 1);
    expect(await turn(begun, refreshToken, 2)).toBeUndefined();
    expect(await sessions.live(id, after(3))).toBeDefined();
    await sessions.endCopied(refreshToken, after(3));
    expect(await sessions.live(id, after(4))).toBeUndefined();
    expect(await turn(begun, second!, 4)).toBeUndefined();
  });

  it('lets only one of many simultaneous uses of a token win', async () => {
    const begun = await begin();
    const turns = await Promise.all(Array.from({ length: 10 }, () => turn(begun, begun.refreshToken, 1)));
    expect(turns.filter((token) => token !== undefined)).toHaveLength(1);
  });

  it('is not ended by a caller who only knows its id', async () => {
    const begun = await begin();
    const { sessions, id } = begun;
    for (const token of [`${id}.${newSecret()}.${newSecret()}`, '', id, `${id}..`, `${id}.a.b`, '..'.repeat(50)]) {
      expect(await turn(begun, token, 1)).toBeUndefined();
      expect(await sessions.held(token, after(1))).toBeUndefined();
      await sessions.endCopied(token, after(1));
    }
    expect(await sessions.live(id, after(2))).toBeDefined();
  });

  it('keeps no secret of a refresh token', async () => {
    const begun = await begin();
    const next = await turn(begun, begun.refreshToken, 1, 'the answer with its tokens');
    const { Items } = await table.client.send(new ScanCommand({ TableName: table.name }));
    const secrets = [begun.refreshToken, next!].flatMap((token) => token.split('.').slice(1));
    for (const secret of [...secrets, 'the answer'])
      for (const written of [secret, Buffer.from(secret).toString('base64')])
        expect(JSON.stringify(Items)).not.toContain(written);
  });
});
