import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/accounts/create-account/contract.ts';
import { createAccount } from '../../../../functions/accounts/create-account/create-account.ts';
import { openAccounts } from '../../../../lib/adapters/identity/accounts.ts';
import { newSalt } from '../../../../lib/adapters/identity/secrets.ts';
import { Role, type Caller } from '../../../../lib/domain/access/roles.ts';
import { isWorkplace } from '../../../../lib/domain/identity/workplaces.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { daniyar, password, saule, start } from '../../../lib/adapters/identity/people.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
beforeAll(async () => (table = await openMemoryTable()));
afterAll(() => table.close());

const administrator: Caller = { account: 'admin', role: 'administrator', session: 's' };
const places = [
  { kind: 'office', code: 'otyrar' },
  { kind: 'centre', code: 'con-1' },
  { kind: 'akim', code: 'akim-1' },
] as const;
let count = 0;
const create = (body: unknown) =>
  createAccount({ body: contract.body.parse(body) }, administrator, {
    accounts: openAccounts(table),
    isWorkplace: (role, office) => isWorkplace(role, office, places),
    now: start,
    newId: () => `id-${++count}`,
    newSalt,
  });
const officer = { iin: saule, fullName: 'Ахметова Сауле', password, position: 'специалист', role: 'mio-officer' };

describe("an employee's account", () => {
  it('is opened by an administrator, who is named in it and not shown, and has the post on offer', async () => {
    expect(await create({ ...officer, office: 'otyrar' })).toMatchObject({
      body: {
        ...{ account: 'id-1', fullName: 'Ахметова Сауле', proved: false },
        offered: { role: 'mio-officer', office: 'otyrar', position: 'специалист' },
      },
      about: { subject: 'id-1' },
    });
    expect(await openAccounts(table).find('id-1')).toMatchObject({
      role: 'applicant',
      createdBy: 'admin',
      offered: { by: 'admin' },
    });
  });

  it.each([
    ['mio-officer', undefined],
    ['mio-officer', 'unknown'],
    ['mio-head', 'con-1'],
    ['con-operator', 'otyrar'],
    ['akim', 'otyrar'],
    ['auditor', 'otyrar'],
    ['administrator', 'otyrar'],
  ])('of %s is not opened for the office %s', async (role, office) => {
    const body = { ...officer, iin: daniyar, role, office };
    expect(await create(body)).toEqual({ refused: 'account/office-required' });
    expect(await openAccounts(table).findByIin(daniyar)).toBeUndefined();
  });

  it.each([
    ['con-operator', 'con-1'],
    ['mio-head', 'otyrar'],
    ['akim', 'akim-1'],
    ['commission-member', 'akim-1'],
  ] as const)('of %s belongs to the directory with %s', (role, office) => {
    expect(isWorkplace(role, office, places)).toBe(true);
  });

  it('may have any role except applicant', () => {
    const roles = Role.options.filter((role) => contract.body.safeParse({ ...officer, role }).success);
    expect(roles).toEqual(Role.options.filter((role) => role !== 'applicant'));
  });
});
