import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { changePassword } from '../../../../functions/accounts/change-password/change-password.ts';
import { contract } from '../../../../functions/accounts/change-password/contract.ts';
import { openAccounts } from '../../../../lib/adapters/identity/accounts.ts';
import { openAttempts } from '../../../../lib/adapters/identity/attempts.ts';
import { newSalt } from '../../../../lib/adapters/identity/secrets.ts';
import { seedAccount } from '../../../../lib/adapters/identity/seed-account.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { matchesPassword } from '../../../../lib/domain/identity/password.ts';
import { Grant, type SignInMethod } from '../../../../lib/domain/identity/session.ts';
import { isRefusal } from '../../../../lib/domain/problem/problem.ts';
import { grantsOver } from '../../../lib/adapters/identity/grants-over.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { accountOf, after, password, saule, start } from '../../../lib/adapters/identity/people.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
const confirmed = { at: start.toISOString(), name: 'АХМЕТОВА САУЛЕ' };
const account = { ...accountOf(saule), email: 'saule@example.kz', confirmed };
beforeEach(async () => {
  table = await openMemoryTable();
  await seedAccount(table, account, password);
});
afterEach(() => table.close());

const next = 'сырдария-жағасында';
async function sessionBy(method: SignInMethod, as?: 'applicant') {
  const { grants, tokens } = grantsOver(table);
  const grant = await grants.start((await openAccounts(table).find(account.id))!, method, start, as);
  const caller = await tokens.verify(grant.accessToken, start);
  if (!caller) throw new Error('no caller');
  return { grant, caller };
}
const change = (caller: Caller, body: object, now = after(60)) => {
  const { grants, sessions } = grantsOver(table);
  const stores = { accounts: openAccounts(table), attempts: openAttempts(table, wait), sessions, grants };
  return changePassword({ body: contract.body.parse(body), sourceIp: '203.0.113.7' }, caller, {
    ...stores,
    now,
    newSalt,
  });
};
const opens = async (typed: string) =>
  matchesPassword(typed, (await openAccounts(table).findCredentials(saule))?.passwordHash ?? '');

describe('a new password', () => {
  it('keeps the role of a session that was opened as a citizen', async () => {
    const officer = { role: 'mio-officer', office: 'otyrar' } as const;
    await openAccounts(table).change(account.id, (kept) => ({ ...kept, account: { ...kept.account, ...officer } }));
    const { caller } = await sessionBy('eds', 'applicant');
    expect(await change(caller, { newPassword: next })).toMatchObject({ body: { role: 'applicant' } });
  });

  it('ends every session, begins the next, is in the history and is announced by e-mail', async () => {
    const [here, elsewhere] = [await sessionBy('password'), await sessionBy('eds')];
    const answered = await change(here.caller, { newPassword: next, oldPassword: password });
    if (isRefusal(answered)) throw new Error(answered.refused);
    const granted = Grant.parse(answered.body);
    const { grants } = grantsOver(table);
    for (const { grant } of [here, elsewhere])
      expect(await grants.renew(grant.refreshToken, after(61))).toEqual({ refused: 'session/expired' });
    expect(await grants.renew(granted.refreshToken, after(61))).toMatchObject({ account: account.id });
    expect([await opens(next), await opens(password)]).toEqual([true, false]);
    expect(await openAccounts(table).find(account.id)).toMatchObject({
      generation: 1,
      events: [{ at: after(60).toISOString(), code: 'password-changed' }],
      notices: [{ code: 'password-changed', email: 'pending', facts: {} }],
    });
  });

  it('needs the present password, in a session that a password began', async () => {
    const { caller } = await sessionBy('password');
    expect(await change(caller, { newPassword: next })).toEqual({ refused: 'account/old-password' });
    expect(await change(caller, { newPassword: next, oldPassword: 'wrong' })).toEqual({
      refused: 'account/old-password',
    });
    expect(await opens(password)).toBe(true);
  });

  it('cannot be guessed: five wrong passwords lock this route and sign-in by password', async () => {
    const { caller } = await sessionBy('password');
    for (let i = 0; i < 5; i += 1) await change(caller, { newPassword: next, oldPassword: `wrong ${i}` });
    const refused = await change(caller, { newPassword: next, oldPassword: password });
    expect(refused).toEqual({ refused: 'session/locked', facts: { minutes: 15 } });
  });

  it('needs no present password, in a session that an EDS began', async () => {
    const { caller } = await sessionBy('eds');
    expect(await change(caller, { newPassword: next })).toMatchObject({ body: { account: account.id } });
    expect(await opens(next)).toBe(true);
    // The next session counts as one by password and cannot set a password without the old one.
    const { caller: following } = await sessionBy('password');
    expect(await change(following, { newPassword: password })).toEqual({ refused: 'account/old-password' });
  });

  it('follows the rules of a first password', async () => {
    const { caller } = await sessionBy('eds');
    for (const [newPassword, rule] of [
      [`${saule}!`, 'password-has-iin'],
      ['aaaaaaaaaaaa', 'password-too-even'],
    ])
      expect(await change(caller, { newPassword })).toMatchObject({
        refused: 'input/invalid',
        errors: [{ field: '/newPassword', rule }],
      });
    expect(contract.body.safeParse({ newPassword: 'short' }).success).toBe(false);
  });

  it('is set by only one of two sessions at once; the other session has ended', async () => {
    const [one, other] = [await sessionBy('eds'), await sessionBy('eds')];
    const answers = await Promise.all([
      change(one.caller, { newPassword: next }),
      change(other.caller, { newPassword: 'басқа-құпия-сөз' }),
    ]);
    expect(answers.filter(isRefusal)).toEqual([{ refused: 'session/expired' }]);
  });

  it('is not set by a session that has ended', async () => {
    const { caller } = await sessionBy('eds');
    await grantsOver(table).sessions.end(caller.session, after(1));
    expect(await change(caller, { newPassword: next })).toEqual({ refused: 'access/unauthenticated' });
  });
});
