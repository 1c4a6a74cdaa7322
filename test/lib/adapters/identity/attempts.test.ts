import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { openAddressHash } from '../../../../lib/adapters/identity/address-hash.ts';
import { openAttempts } from '../../../../lib/adapters/identity/attempts.ts';
import { openMemoryTable } from './memory-table.ts';
import { after } from './people.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
const atOnce = () => Promise.resolve();
const of = (iin: string, address = '203.0.113.7') => ({ iin, address });
beforeAll(async () => (table = await openMemoryTable()));
afterAll(() => table.close());

describe('attempts to sign in', () => {
  it('are five in a row, then none for 15 minutes from the fifth', async () => {
    const attempts = openAttempts(table, atOnce);
    for (let i = 0; i < 5; i++) expect(await attempts.take(of('a'), after(i * 60))).toBeUndefined();
    expect(await attempts.take(of('a'), after(4 * 60))).toEqual({ refused: 'session/locked', facts: { minutes: 15 } });
    expect(await attempts.take(of('a'), after(18 * 60))).toEqual({ refused: 'session/locked', facts: { minutes: 1 } });
    // Attempts during the lock do not make it longer.
    expect(await attempts.take(of('a'), after(19 * 60))).toBeUndefined();
  });

  it('start again after the lock, with five again', async () => {
    const attempts = openAttempts(table, atOnce);
    for (let i = 0; i < 5; i++) await attempts.take(of('b'), after(0));
    for (let i = 0; i < 5; i++) expect(await attempts.take(of('b'), after(900))).toBeUndefined();
    expect(await attempts.take(of('b'), after(900))).toMatchObject({ refused: 'session/locked' });
  });

  it('are reset after a right password', async () => {
    const attempts = openAttempts(table, atOnce);
    for (let i = 0; i < 4; i++) await attempts.take(of('c'), after(i));
    await attempts.forget(of('c'), after(4));
    for (let i = 0; i < 5; i++) expect(await attempts.take(of('c'), after(10 + i))).toBeUndefined();
  });

  it('are five if all come at once and all are wrong', async () => {
    const attempts = openAttempts(table, wait);
    const guess = async (now: Date) => {
      if (await attempts.take(of('d'), now)) return 'locked';
      await attempts.fail(of('d'), now);
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
      if (waited.length === 3) await attempts.forget(of('g'), after(0));
    });
    for (let i = 0; i < 5; i++) await attempts.take(of('g'), after(0));
    expect(await attempts.take(of('g'), after(0))).toBeUndefined();
    expect(waited).toHaveLength(3);

    for (let i = 0; i < 4; i++) await attempts.take(of('g'), after(1));
    for (let i = 0; i < 5; i++) await attempts.fail(of('g'), after(1));
    expect(await attempts.take(of('g'), after(1))).toEqual({ refused: 'session/locked', facts: { minutes: 15 } });
    expect(waited).toHaveLength(3);
  });

  it('for one IIN do not count for another', async () => {
    const attempts = openAttempts(table, atOnce);
    for (let i = 0; i < 6; i++) await attempts.take(of('e'), after(0));
    expect(await attempts.take(of('f'), after(0))).toBeUndefined();
  });

  it('of one address lock nobody else out', async () => {
    const attempts = openAttempts(table, atOnce);
    for (let i = 0; i < 5; i++) await attempts.take(of('h'), after(0));
    expect(await attempts.take(of('h'), after(0))).toMatchObject({ refused: 'session/locked' });
    expect(await attempts.take(of('h', '198.51.100.1'), after(0))).toBeUndefined();
  });

  it('are one address where an IPv6 subscriber changes its other half, and two where the network is another', async () => {
    const attempts = openAttempts(table, atOnce);
    for (let i = 0; i < 5; i++) await attempts.take(of('i', `2001:db8:0:1::${i}`), after(0));
    expect(await attempts.take(of('i', '2001:0db8::1:ffff:1:2:3'), after(0))).toMatchObject({
      refused: 'session/locked',
    });
    expect(await attempts.take(of('i', '2001:db8:0:2::1'), after(0))).toBeUndefined();
    expect(await attempts.take(of('i', '::ffff:203.0.113.9'), after(0))).toBeUndefined();
  });

  it('are a hundred a day from all addresses; then an EDS alone opens, until the day is over', async () => {
    const attempts = openAttempts(table, atOnce);
    for (let i = 0; i < 100; i++) expect(await attempts.take(of('j', `198.51.100.${i}`), after(i))).toBeUndefined();
    const next = of('j', '192.0.2.1');
    for (const at of [100, 24 * 3600 - 1])
      expect(await attempts.take(next, after(at))).toEqual({ refused: 'session/password-off' });
    expect(await attempts.take(next, after(24 * 3600))).toBeUndefined();
  });

  it('are not spent by who is locked out, nor by who knows the password, and these give back no guess of others', async () => {
    const attempts = openAttempts(table, atOnce);
    for (let i = 0; i < 60; i++) if (!(await attempts.take(of('k'), after(0)))) await attempts.fail(of('k'), after(0));
    for (let i = 0; i < 60; i++) {
      await attempts.take(of('k', 'own'), after(0));
      await attempts.forget(of('k', 'own'), after(0));
    }
    for (let i = 5; i < 100; i++) expect(await attempts.take(of('k', `a${i}`), after(0))).toBeUndefined();
    expect(await attempts.take(of('k', 'own'), after(0))).toEqual({ refused: 'session/password-off' });
  });

  it('leave no address in the table, and the key of their hashes goes after two days', async () => {
    await openAttempts(table, atOnce).take(of('l', '192.0.2.77'), after(0));
    const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name }));
    expect(JSON.stringify(Items)).not.toMatch(/192\.0\.2\.77|203\.0\.113\.7/);
    const keys = Items.filter(({ sk }) => sk === 'ADDRESS-KEY').map(({ expiresAt }) => Number(expiresAt));
    expect(keys).toContain(after(0).getTime() / 1000 + 2 * 86_400);
    expect(
      new Set(Items.filter(({ sk }) => String(sk).startsWith('ATTEMPTS#')).map(({ sk }) => sk)).size,
    ).toBeGreaterThan(5);
  });

  it('have one key a day, whoever asks first', async () => {
    const hashes = await Promise.all(
      Array.from({ length: 5 }, () => openAddressHash(table)('192.0.2.5', after(86_400 * 9))),
    );
    expect(new Set(hashes).size).toBe(1);
    expect(await openAddressHash(table)('192.0.2.5', after(86_400 * 10))).not.toBe(hashes[0]);
  });
});
