import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openAttempts } from '../../lib/adapters/identity/attempts.ts';
import { openMemoryTable } from './memory-table.ts';
import { after } from './people.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
beforeAll(async () => (table = await openMemoryTable()));
afterAll(() => table.close());

describe('attempts to sign in', () => {
  it('are five in a row, then none for 15 minutes from the fifth', async () => {
    const attempts = openAttempts(table);
    for (let i = 0; i < 5; i++) expect(await attempts.take('a', after(i * 60))).toBeUndefined();
    expect(await attempts.take('a', after(4 * 60))).toEqual({ refused: 'session/locked', facts: { minutes: 15 } });
    expect(await attempts.take('a', after(18 * 60))).toEqual({ refused: 'session/locked', facts: { minutes: 1 } });
    // Trying while locked does not lengthen the lock.
    expect(await attempts.take('a', after(19 * 60))).toBeUndefined();
  });

  it('begin anew after the lock, with five again', async () => {
    const attempts = openAttempts(table);
    for (let i = 0; i < 5; i++) await attempts.take('b', after(0));
    for (let i = 0; i < 5; i++) expect(await attempts.take('b', after(900))).toBeUndefined();
    expect(await attempts.take('b', after(900))).toMatchObject({ refused: 'session/locked' });
  });

  it('are forgotten after a right password', async () => {
    const attempts = openAttempts(table);
    for (let i = 0; i < 4; i++) await attempts.take('c', after(i));
    await attempts.forget('c');
    for (let i = 0; i < 5; i++) expect(await attempts.take('c', after(10 + i))).toBeUndefined();
  });

  it('are counted when they come all at once', async () => {
    const attempts = openAttempts(table);
    const taken = await Promise.all(Array.from({ length: 50 }, () => attempts.take('d', after(0))));
    expect(taken.filter((refusal) => refusal === undefined)).toHaveLength(5);
    const again = await Promise.all(Array.from({ length: 50 }, () => attempts.take('d', after(901))));
    expect(again.filter((refusal) => refusal === undefined)).toHaveLength(5);
  });

  it('of one IIN do not count for another', async () => {
    const attempts = openAttempts(table);
    for (let i = 0; i < 6; i++) await attempts.take('e', after(0));
    expect(await attempts.take('f', after(0))).toBeUndefined();
  });
});
