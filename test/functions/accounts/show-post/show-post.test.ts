import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/accounts/show-post/contract.ts';
import { showPost } from '../../../../functions/accounts/show-post/show-post.ts';
import { accountOf, saule, start } from '../../../lib/adapters/identity/people.ts';
import { bodyOf } from '../../asked.ts';
import { accountsOf } from '../../cast.ts';

const offered = { role: 'auditor', position: 'аудитор', by: 'admin', at: start.toISOString() } as const;
const caller = { account: `account-${saule}`, role: 'applicant', session: 's' } as const;

it('shows the offered post and the bytes that accept just that, and not who offered it', async () => {
  const shown = bodyOf(contract, await showPost(caller, { accounts: accountsOf({ ...accountOf(saule), offered }) }));
  expect(shown.offered).toMatchObject({ role: 'auditor', position: 'аудитор', at: offered.at });
  expect(shown.offered).not.toHaveProperty('by');
  const signed = JSON.parse(Buffer.from(shown.content!, 'base64').toString()) as object;
  expect(signed).toMatchObject({ holder: { iin: saule }, post: { role: 'auditor' }, offeredAt: offered.at });
});

it('where none is offered there is none', async () => {
  expect(await showPost(caller, { accounts: accountsOf(accountOf(saule)) })).toEqual({ body: {} });
});
