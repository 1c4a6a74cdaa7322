import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signIn } from '../../../functions/sign-in/sign-in.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { openAttempts } from '../../../lib/adapters/identity/attempts.ts';
import { seedAccount } from '../../../lib/adapters/identity/seed-account.ts';
import { Grant } from '../../../lib/domain/identity/session.ts';
import { isRefusal } from '../../../lib/domain/problem/problem.ts';
import { grantsOver } from '../../identity/grants-over.ts';
import { openMemoryTable } from '../../identity/memory-table.ts';
import { accountOf, after, daniyar, password, saule, start } from '../../identity/people.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
beforeAll(async () => {
  table = await openMemoryTable();
  await seedAccount(table, accountOf(saule, 'mio-officer', 'otyrar'), password);
});
afterAll(() => table.close());

const attempt = (iin: string, typed: string, now = start) => {
  const { grants } = grantsOver(table);
  return signIn(
    { body: { iin, password: typed } },
    { accounts: openAccounts(table), attempts: openAttempts(table), grants, now },
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

  it('answers an unknown IIN and a wrong password alike, to the sixth attempt', async () => {
    for (let i = 0; i < 5; i++) {
      expect(await attempt(saule, 'wrong', after(1))).toEqual({ refused: 'session/refused' });
      expect(await attempt(daniyar, 'wrong', after(1))).toEqual({ refused: 'session/refused' });
    }
    const locked = { refused: 'session/locked', facts: { minutes: 15 } };
    expect(await attempt(saule, password, after(1))).toEqual(locked);
    expect(await attempt(daniyar, password, after(1))).toEqual(locked);
    expect(await attempt(saule, password, after(901))).toMatchObject({ body: { role: 'mio-officer' } });
  });

  it('takes as long for an unknown IIN as for a wrong password', async () => {
    const time = async (iin: string, i: number) => {
      const began = performance.now();
      await attempt(iin, randomBytes(8).toString('hex'), after(10_000 + i * 1000));
      return performance.now() - began;
    };
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (let i = 0; i < 5; i++) {
      times.known.push(await time(saule, i));
      times.unknown.push(await time(daniyar, i));
    }
    const median = (values: number[]) => values.toSorted((a, b) => a - b)[2] ?? 0;
    const ratio = median(times.unknown) / median(times.known);
    // The hash is nearly all of it; left out, the ratio would be near 0.05.
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.6);
  });
});
