import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openProof } from '../../../../functions/identity/sign-in-eds/prove-account.ts';
import { signIn } from '../../../../functions/identity/sign-in/sign-in.ts';
import { openRequests } from '../../../../lib/adapters/dynamo/requests.ts';
import { openAttempts } from '../../../../lib/adapters/identity/attempts.ts';
import { closeAccount } from '../../../../lib/adapters/identity/close-account.ts';
import { seedAccount } from '../../../../lib/adapters/identity/seed-account.ts';
import { isRefusal } from '../../../../lib/domain/problem/problem.ts';
import { grantsOver } from './grants-over.ts';
import { openMemoryTable } from './memory-table.ts';
import { accountOf, after, password, saule, start } from './people.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
beforeEach(async () => (table = await openMemoryTable()));
afterEach(() => table.close());

const hired = { ...accountOf(saule, 'mio-officer', 'otyrar'), createdBy: 'administrator', email: 'o@example.kz' };
const prove = (now: Date) =>
  openProof({ accounts: grantsOver(table).accounts, requests: openRequests(table), newId: () => 'new' })(
    { iin: saule },
    now,
  );

describe('a closed account', () => {
  it('cannot be entered any more: not by password, EDS, session or refresh token', async () => {
    await seedAccount(table, hired, password);
    const { grants, accounts, sessions } = grantsOver(table);
    const before = await grants.start(hired, 'password', start);
    const read = await accounts.findCredentials(saule);
    expect(await closeAccount(saule, accounts, after(60))).toBe(hired.id);
    expect(await grants.renew(before.refreshToken, after(61))).toEqual({ refused: 'session/expired' });
    const late = await grants.start(read!.account, 'password', after(61));
    expect(await grants.renew(late.refreshToken, after(62))).toEqual({ refused: 'session/expired' });
    expect(await prove(after(63))).toBeUndefined();
    const body = { iin: saule, password };
    const needs = { accounts, attempts: openAttempts(table, wait), grants, now: after(64) };
    expect(await signIn({ body, sourceIp: '203.0.113.7' }, needs)).toMatchObject({ refused: 'session/refused' });
    expect(await sessions.live('none', after(65))).toBeUndefined();
    expect(await accounts.find(hired.id)).toMatchObject({
      closed: after(60).toISOString(),
      events: [{ code: 'closed' }],
      notices: [{ code: 'account-closed', email: 'pending' }],
    });
  });

  it('frees its IIN, and closing continues after a stop half-way', async () => {
    await seedAccount(table, hired, password);
    const { accounts } = grantsOver(table);
    const stopping = { ...accounts, release: () => Promise.reject(new Error('stopped')) };
    await expect(closeAccount(saule, stopping, after(60))).rejects.toThrow('stopped');
    expect(await prove(after(61))).toBeUndefined();
    const anew = { ...accountOf(saule), id: 'anew' };
    expect(await accounts.add(anew, undefined)).toEqual({ refused: 'account/exists' });
    expect(await closeAccount(saule, accounts, after(62))).toBe(hired.id);
    const added = await accounts.add(anew, undefined);
    expect(isRefusal(added) || added.id).toBe('anew');
    expect((await accounts.find(hired.id))?.closed).toBe(after(60).toISOString());
  });

  it('of an IIN without an account is reported', async () => {
    expect(await closeAccount(saule, grantsOver(table).accounts, start)).toBeUndefined();
  });
});
