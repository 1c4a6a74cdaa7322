import { expect, it } from '@jest/globals';
import { confirmIdentity, input } from '../../../../functions/intake/confirm-identity/confirm-identity.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { saule } from '../../../lib/adapters/identity/people.ts';
import { after, draft, submitted } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { rowTask } from '../../asked.ts';
import { accounts, accountsOf, officer } from '../../cast.ts';

const { id } = draft();
const filed = (iin: string): Request => ({
  ...submitted(),
  filedBy: { account: officer.account, iin, place: 'shymkent' },
});
const confirm = (requests = memoryRequests(submitted()), known = accounts) =>
  confirmIdentity(input.parse(rowTask('01-portal-confirm-identity', {})), {
    ...{ requests, accounts: known, now: after(2) },
  });

it('the account behind the request is that of its signer: the applicant, or the employee who filed it', async () => {
  expect(await confirm()).toEqual({ outcome: 'confirmed' });
  expect(await confirm(memoryRequests(filed(saule)))).toEqual({ outcome: 'confirmed' });
});

it('without such an account the request is turned away, and the applicant is told', async () => {
  const requests = memoryRequests(submitted());
  expect(await confirm(requests, accountsOf())).toEqual({ outcome: 'unconfirmed' });
  const kept = await requests.find(id);
  expect(kept).toMatchObject({ state: 'turned-away', because: 'sign-in-refused' });
  expect(kept?.notices.at(-1)).toMatchObject({ code: 'identity-unconfirmed' });
  expect(await confirm(memoryRequests(filed('900101350122')))).toEqual({ outcome: 'unconfirmed' });
});

it('a second call gives the same answer', async () => {
  const requests = memoryRequests(submitted());
  await confirm(requests);
  const once = await requests.find(id);
  expect(await confirm(requests, accountsOf())).toEqual({ outcome: 'confirmed' });
  expect(await requests.find(id)).toEqual(once);
});
