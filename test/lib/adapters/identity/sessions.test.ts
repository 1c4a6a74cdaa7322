import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { newSecret } from '../../../../lib/adapters/identity/secrets.ts';
import { openSessions } from '../../../../lib/adapters/identity/sessions.ts';
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

describe('a session', () => {
  it('lives for 12 hours, though the item stays longer', async () => {
    const { sessions, id } = await begin();
    expect(await sessions.live(id, after(0))).toMatchObject({ id, account: 'a', method: 'password' });
    expect(await sessions.live(id, after(12 * 3600 - 1))).toBeDefined();
    expect(await sessions.live(id, after(12 * 3600))).toBeUndefined();
    expect(await sessions.live('session-0', start)).toBeUndefined();
  });

  it('ends by signing out, for its refresh token too', async () => {
    const { sessions, id, refreshToken } = await begin();
    await sessions.end(id, after(1));
    expect(await sessions.live(id, after(2))).toBeUndefined();
    expect(await sessions.turn(refreshToken, newSecret, after(2))).toBeUndefined();
    await sessions.end(id, after(3));
  });

  it('goes on from one refresh token to the next', async () => {
    const { sessions, id, refreshToken } = await begin();
    const second = await sessions.turn(refreshToken, newSecret, after(900));
    const third = await sessions.turn(second ?? '', newSecret, after(1800));
    expect(new Set([refreshToken, second, third]).size).toBe(3);
    expect(await sessions.live(id, after(1801))).toBeDefined();
    expect(await sessions.turn(third ?? '', newSecret, after(12 * 3600))).toBeUndefined();
  });

  it('ends when a used refresh token comes again', async () => {
    const { sessions, id, refreshToken } = await begin();
    const second = await sessions.turn(refreshToken, newSecret, after(1));
    expect(await sessions.turn(refreshToken, newSecret, after(2))).toBeUndefined();
    expect(await sessions.live(id, after(3))).toBeUndefined();
    expect(await sessions.turn(second ?? '', newSecret, after(3))).toBeUndefined();
  });

  it('gives one of many that bring the same token at once the next one, and then ends', async () => {
    const { sessions, id, refreshToken } = await begin();
    const turns = await Promise.all(Array.from({ length: 10 }, () => sessions.turn(refreshToken, newSecret, after(1))));
    expect(turns.filter((token) => token !== undefined)).toHaveLength(1);
    expect(await sessions.live(id, after(2))).toBeUndefined();
  });

  it('is not ended by who only knows its id', async () => {
    const { sessions, id } = await begin();
    expect(await sessions.turn(`${id}.${newSecret()}.${newSecret()}`, newSecret, after(1))).toBeUndefined();
    for (const junk of ['', id, `${id}..`, `${id}.a.b`, '..'.repeat(50)])
      expect(await sessions.turn(junk, newSecret, after(1))).toBeUndefined();
    expect(await sessions.live(id, after(2))).toBeDefined();
  });

  it('keeps no secret of a refresh token', async () => {
    const { refreshToken } = await begin();
    const [, family = '', turn = ''] = refreshToken.split('.');
    const { Items } = await table.client.send(new ScanCommand({ TableName: table.name }));
    for (const secret of [family, turn]) expect(JSON.stringify(Items)).not.toContain(secret);
  });
});
