import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openAttempts } from '../../../../lib/adapters/identity/attempts.ts';
import { openMemoryTable } from './memory-table.ts';
import { after } from './people.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
const atOnce = () => Promise.resolve();
beforeAll(async () => (table = await openMemoryTable()));
afterAll(() => table.close());

describe('attempts to sign in', () => {
  it('are five in a row, then none for 15 minutes from the fifth', async () => {
    const attempts = openAttempts(table, atOnce);
    for (let i = 0; i < 5; i++) expect(await attempts.take('a', after(i * 60))).toBeUndefined();
    expect(await attempts.take('a', after(4 * 60))).toEqual({ refused: 'session/locked', facts: { minutes: 15 } });
    expect(await attempts.take('a', after(18 * 60))).toEqual({ refused: 'session/locked', facts: { minutes: 1 } });
    // Attempts during the lock do not make it longer.
    expect(await attempts.take('a', after(19 * 60))).toBeUndefined();
  });

  it('start again after the lock, with five again', async () => {
    const attempts = openAttempts(table, atOnce);
    for (let i = 0; i < 5; i++) await attempts.take('b', after(0));
    for (let i = 0; i < 5; i++) expect(await attempts.take('b', after(900))).toBeUndefined();
    expect(await attempts.take('b', after(900))).toMatchObject({ refused: 'session/locked' });
  });

  it('are reset after a right password', async () => {
    const attempts = openAttempts(table, atOnce);
    for (let i = 0; i < 4; i++) await attempts.take('c', after(i));
    await attempts.forget('c');
    for (let i = 0; i < 5; i++) expect(await attempts.take('c', after(10 + i))).toBeUndefined();
  });

  it('are five if all come at once and all are wrong', async () => {
    const attempts = openAttempts(table, wait);
    const guess = async (now: Date) => {
      if (await attempts.take('d', now)) return 'locked';
      await attempts.fail('d');
      return 'hashed';
    };
    for (const now of [after(0), after(901)]) {
      const guesses = await Promise.all(Array.from({ length: 20 }, () => guess(now)));
      expect(guesses.filter((each) => each === 'hashed')).toHaveLength(5);
      expect(await guess(now)).toBe('locked');
    }
  });

  it('make others wait while they are undecided: a right one lets them in, wrong ones lock at once', async () => {
    const waited: number[] = [];
    const attempts = openAttempts(table, async (milliseconds) => {
      waited.push(milliseconds);
      if (waited.length === 3) await attempts.forget('g');
    });
    for (let i = 0; i < 5; i++) await attempts.take('g', after(0));
    expect(await attempts.take('g', after(0))).toBeUndefined();
    expect(waited).toHaveLength(3);

    for (let i = 0; i < 4; i++) await attempts.take('g', after(1));
    for (let i = 0; i < 5; i++) await attempts.fail('g');
    expect(await attempts.take('g', after(1))).toEqual({ refused: 'session/locked', facts: { minutes: 15 } });
    expect(waited).toHaveLength(3);
  });

  it('for one IIN do not count for another', async () => {
    const attempts = openAttempts(table, atOnce);
    for (let i = 0; i < 6; i++) await attempts.take('e', after(0));
    expect(await attempts.take('f', after(0))).toBeUndefined();
  });
});
