import * as z from 'zod';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { askInRow } from '../../../lib/domain/request/rows/perform-row.ts';
import { signerIinOf } from '../../../lib/domain/request/request.ts';
import { turnAway } from '../../../lib/domain/request/rows/rows.ts';

export const input = rowInput(z.object({}));

interface Needs {
  readonly requests: Requests;
  readonly accounts: Pick<Accounts, 'find'>;
  readonly now: Date;
}

/**
 * The row of the sign-in, which the API has done already. Confirms that the account behind the request exists and belongs
 * to its signer. If not, the request is turned away, even if the table has no row for the message of refusal.
 */
export const confirmIdentity = (task: z.output<typeof input>, { accounts, ...needs }: Needs) =>
  askInRow(needs, task, {
    code: 'identity-checked',
    ask: async (request) => {
      const account = await accounts.find(request.filedBy?.account ?? request.applicant.account ?? '');
      return { answer: account?.iin === signerIinOf(request) ? 'confirmed' : 'unconfirmed' };
    },
    follow: (request, performed, answer) =>
      answer === 'confirmed' ? request : turnAway(request, performed, 'sign-in-refused'),
  });
