import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/accounts/show-account/contract.ts';
import { showAccount } from '../../../../functions/accounts/show-account/show-account.ts';
import { bodyOf } from '../../asked.ts';
import { accountsOf, citizen, citizenAccount, stranger } from '../../cast.ts';

const kept = { ...citizenAccount, email: 'azamat@demo.example', createdBy: 'administrator', generation: 3, heir: 'h' };

it("the holder sees their account without the platform's internal data", async () => {
  const shown = bodyOf(contract, await showAccount(citizen, accountsOf(kept)));
  expect(shown).toEqual({
    ...{ ...citizenAccount, email: 'azamat@demo.example' },
    keptUntil: '2027-11-23T04:00:00.000Z',
  });
});

it('an employee sees the name of their office', async () => {
  const office = 'south-kazakhstan-employment-shymkent';
  const shown = bodyOf(
    contract,
    await showAccount(citizen, accountsOf({ ...citizenAccount, role: 'mio-officer', office })),
  );
  expect(shown).toMatchObject({ office, officeName: expect.stringContaining('Шымкент') });
});

it('a session whose account was deleted is invalid, whatever other accounts there are', async () => {
  expect(await showAccount(stranger, accountsOf(kept))).toEqual({ refused: 'access/unauthenticated' });
});
