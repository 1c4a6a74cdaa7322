import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/identity/sign-in/contract.ts';
import { signIn } from '../../../../functions/identity/sign-in/sign-in.ts';
import { openAccounts } from '../../../../lib/adapters/identity/accounts.ts';
import { openAttempts } from '../../../../lib/adapters/identity/attempts.ts';
import { seedAccount } from '../../../../lib/adapters/identity/seed-account.ts';
import { Grant } from '../../../../lib/domain/identity/session.ts';
import { isRefusal, type Refusal } from '../../../../lib/domain/problem/problem.ts';
import { grantsOver } from '../../../lib/adapters/identity/grants-over.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { accountOf, after, daniyar, password, saule, start } from '../../../lib/adapters/identity/people.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
beforeAll(async () => {
  table = await openMemoryTable();
  await seedAccount(table, accountOf(saule, 'mio-officer', 'otyrar'), password);
});
afterAll(() => table.close());

const attempt = (iin: string, typed: string, now = start, as?: 'applicant') => {
  const { grants } = grantsOver(table);
  return signIn(
    { body: { iin, password: typed, as }, sourceIp: '203.0.113.7' },
    { accounts: openAccounts(table), attempts: openAttempts(table, wait), grants, now },
  );
};

describe('signing in by password', () => {
  it('begins a session with a token that names account, role and office', async () => {
    const answered = await attempt(saule, password);
    if (isRefusal(answered)) throw new Error(answered.refused);
    const grant = Grant.parse(answered.body);
    expect(grant).toMatchObject({
      account: `account-${saule}`,
      role: 'mio-officer',
      tokenType: 'Bearer',
      expiresIn: 900,
    });
    expect(grant.sessionEndsAt).toBe(after(12 * 3600).toISOString());
    const { tokens, sessions } = grantsOver(table);
    const caller = await tokens.verify(grant.accessToken, start);
    expect(caller).toMatchObject({ account: `account-${saule}`, role: 'mio-officer', office: 'otyrar' });
    expect(await sessions.live(caller?.session ?? '', start)).toMatchObject({ method: 'password' });
  });

  it('lets an employee in as a citizen, and in no other role', async () => {
    const answered = await attempt(saule, password, start, 'applicant');
    if (isRefusal(answered)) throw new Error(answered.refused);
    const { role, accessToken } = Grant.parse(answered.body);
    const caller = await grantsOver(table).tokens.verify(accessToken, start);
    expect([role, caller]).toEqual([
      'applicant',
      { account: `account-${saule}`, role: 'applicant', session: expect.any(String) },
    ]);
    for (const as of ['administrator', 'mio-officer', '', null])
      expect(contract.body.safeParse({ iin: saule, password, as }).success).toBe(false);
  });

  it('answers an unknown IIN and a wrong password in the same way, up to the sixth attempt', async () => {
    for (let i = 0; i < 5; i++) {
      expect(await attempt(saule, 'wrong', after(1))).toMatchObject({ refused: 'session/refused' });
      expect(await attempt(daniyar, 'wrong', after(1))).toMatchObject({ refused: 'session/refused' });
    }
    const locked = { refused: 'session/locked', facts: { minutes: 15 } };
    for (const iin of [saule, daniyar]) {
      const { about: _, ...told } = (await attempt(iin, password, after(1))) as Refusal;
      expect(told).toEqual(locked);
    }
    expect(await attempt(saule, password, after(901))).toMatchObject({ body: { role: 'mio-officer' } });
  });

  it('lets in everybody who knows the password, however many come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => attempt(saule, password, after(5000))));
    expect(answers.filter(isRefusal)).toEqual([]);
  });

  it('checks five of many simultaneous guesses, and tells the others how long sign-in is locked', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => attempt(saule, 'wrong', after(6000))));
    const refused = answers.map((answer) => (isRefusal(answer) ? answer.refused : 'let in'));
    expect(refused.filter((each) => each === 'session/refused')).toHaveLength(5);
    expect(refused.filter((each) => each === 'session/locked')).toHaveLength(7);
    expect(await attempt(saule, password, after(6001))).toMatchObject({
      refused: 'session/locked',
      facts: { minutes: 15 },
    });
  });

  it('opens no account without a password, and answers as for an unknown account', async () => {
    const account = { ...accountOf('751102401007'), id: 'by-eds-alone' };
    expect(await openAccounts(table).add(account, undefined)).toEqual(account);
    for (const typed of ['', 'undefined', 'x'])
      expect(await attempt(account.iin, typed)).toMatchObject({ refused: 'session/refused' });
  });

  it('does as much work for an unknown IIN as for a wrong password', async () => {
    const time = async (iin: string, i: number) => {
      const began = process.cpuUsage();
      await attempt(iin, randomBytes(8).toString('hex'), after(10_000 + i * 1000));
      const { user, system } = process.cpuUsage(began);
      return user + system;
    };
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (let i = 0; i < 5; i++) {
      times.known.push(await time(saule, i));
      times.unknown.push(await time(daniyar, i));
    }
    // Processor time, and the smallest of five, because others use this machine, too.
    const ratio = Math.min(...times.unknown) / Math.min(...times.known);
    // The hash takes nearly all of it; without the hash, the ratio would be near 0.05.
    expect(ratio).toBeGreaterThan(0.3);
    expect(ratio).toBeLessThan(3);
  });
});
