import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/accounts/register-account/contract.ts';
import { registerAccount } from '../../../../functions/accounts/register-account/register-account.ts';
import { openAccounts } from '../../../../lib/adapters/identity/accounts.ts';
import { newSalt } from '../../../../lib/adapters/identity/secrets.ts';
import { matchesPassword } from '../../../../lib/domain/identity/password.ts';
import { checkDigit } from '../../../../lib/domain/identity/iin.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { password, saule, start } from '../../../lib/adapters/identity/people.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
beforeAll(async () => (table = await openMemoryTable()));
afterAll(() => table.close());

let count = 0;
const register = (body: unknown) =>
  registerAccount(
    { body: contract.body.parse(body) },
    { accounts: openAccounts(table), now: start, newId: () => `id-${++count}`, newSalt },
  );
const saules = { iin: saule, fullName: 'Ахметова Сауле Бериковна', password };

describe('registering', () => {
  it('opens an applicant account, and stores only a hash of its password', async () => {
    const answered = await register({ ...saules, email: 'saule@example.kz' });
    expect(answered).toEqual({
      body: {
        id: 'id-1',
        iin: saule,
        fullName: 'Ахметова Сауле Бериковна',
        askedEmail: { email: 'saule@example.kz' },
        language: 'ru',
        role: 'applicant',
        keptUntil: '2027-11-23T04:00:00.000Z',
        createdAt: start.toISOString(),
      },
    });
    const credentials = await openAccounts(table).findCredentials(saule);
    expect(await matchesPassword(password, credentials?.passwordHash ?? '')).toBe(true);
  });

  it('of an IIN that has an account is refused', async () => {
    expect(await register({ ...saules, password: 'басқа-құпия-сөз' })).toEqual({ refused: 'account/exists' });
  });

  it('names each field and rule that is broken', async () => {
    const unborn = `27010150000${checkDigit(Array.from('27010150000', Number))}`;
    expect(await register({ ...saules, iin: unborn, password: `${unborn}!` })).toEqual({
      refused: 'input/invalid',
      errors: [
        { field: '/iin', rule: 'iin-birth-date', expected: 'a past date', given: unborn },
        { field: '/password', rule: 'password-has-iin', expected: 'a password without the IIN in it' },
      ],
    });
  });

  it('of an IIN that names no birth is refused: its holder is served at a centre', async () => {
    const silent = `90010100000${checkDigit(Array.from('90010100000', Number))}`;
    const refused = await register({ ...saules, iin: silent });
    expect(refused).toMatchObject({ errors: [{ field: '/iin', rule: 'iin-at-counters' }] });
  });

  it('accepts no role, office or unknown field', () => {
    for (const more of [{ role: 'administrator' }, { office: 'otyrar' }, { createdBy: 'x' }, { id: 'x' }])
      expect(contract.body.safeParse({ ...saules, ...more }).success).toBe(false);
  });

  it('accepts only names as identity cards have them', () => {
    const named = (fullName: string) => contract.body.safeParse({ ...saules, fullName }).success;
    for (const name of ['Әбілқайыр Ұлы', "O'Brien-Smith J.", 'Ли']) expect(named(name)).toBe(true);
    for (const name of ['', 'x', '  ', '<script>', 'a\u0000b', 'x'.repeat(151), '12']) expect(named(name)).toBe(false);
  });
});
