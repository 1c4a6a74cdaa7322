import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { changeAccount } from '../../../../functions/accounts/change-account/change-account.ts';
import { contract } from '../../../../functions/accounts/change-account/contract.ts';
import { openAccounts } from '../../../../lib/adapters/identity/accounts.ts';
import { seedAccount } from '../../../../lib/adapters/identity/seed-account.ts';
import type { Account } from '../../../../lib/domain/identity/account.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { accountOf, password, saule, start } from '../../../lib/adapters/identity/people.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
beforeEach(async () => (table = await openMemoryTable()));
afterEach(() => table.close());

async function change(account: Account, body: object) {
  const accounts = openAccounts(table);
  await seedAccount(table, account, password);
  const caller = { account: account.id, role: account.role, session: 's' };
  const answered = await changeAccount({ body: contract.body.parse(body) }, caller, { accounts, now: start });
  return { answered, kept: await accounts.credentialsOf(account.id) };
}
const proved = {
  ...{ ...accountOf(saule), fullName: 'Ахметова Сауле' },
  email: 'old@example.kz',
  confirmed: { at: start.toISOString(), name: 'АХМЕТОВА САУЛЕ' },
};

describe("changing one's own account", () => {
  it('replaces contacts and language, and nothing else', async () => {
    const { answered, kept } = await change(proved, {
      fullName: proved.fullName,
      phone: '+77012345678',
      language: 'ru',
    });
    const { email: _, ...rest } = proved;
    expect(kept?.account).toEqual({ ...rest, phone: '+77012345678', language: 'ru' });
    expect(kept?.passwordHash).toBeDefined();
    expect(answered).toMatchObject({ body: { phone: '+77012345678' } });
  });

  it('takes no role, office, IIN or confirmation', () => {
    for (const more of [{ role: 'administrator' }, { office: 'x' }, { iin: saule }, { confirmed: {} }, { heir: 'x' }])
      expect(contract.body.safeParse({ fullName: 'Ахметова Сауле', ...more }).success).toBe(false);
  });

  it.each([
    ['ахметова  сауле', true],
    ['Ахметова Сауле Бериковна', false],
    ['Ахметова Сауле Наследница Героя', false],
    ['Ахметова Саулеш', false],
    ['Ахметов Сауле', false],
    ['Сауле Ахметова', false],
  ])('lets a proved person be called %s: %s', async (fullName, may) => {
    const { answered } = await change(proved, { fullName });
    expect(answered).toMatchObject(
      may
        ? { body: { fullName: fullName.replace('  ', ' ') } }
        : { refused: 'input/invalid', errors: [{ field: '/fullName', rule: 'name-proved' }] },
    );
  });

  it('does not let employees rename themselves', async () => {
    const officer = accountOf(saule, 'mio-officer', 'otyrar');
    expect((await change(officer, { fullName: 'Басқа Біреу' })).answered).toMatchObject({ refused: 'input/invalid' });
  });

  it('lets an applicant rename themselves before an EDS has proved them', async () => {
    expect((await change(accountOf(saule), { fullName: 'Басқа Біреу' })).kept?.account.fullName).toBe('Басқа Біреу');
  });
});
