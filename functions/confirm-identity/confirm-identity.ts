import * as z from 'zod';
import type { Accounts } from '../../lib/adapters/identity/accounts.ts';
import { rowInput } from '../../lib/adapters/machine/serve-row.ts';
import type { Requests } from '../../lib/domain/request/change.ts';
import { performRow } from '../../lib/domain/request/perform-row.ts';
import { signerIinOf } from '../../lib/domain/request/request.ts';
import { answerOf, recordAnswer, turnAway } from '../../lib/domain/request/rows.ts';

export const input = rowInput(z.object({}));

interface Needs {
  readonly requests: Requests;
  readonly accounts: Pick<Accounts, 'find'>;
  readonly now: Date;
}

/**
 * The row of the sign-in, which was the API's: the account behind the request is there and is that of its signer. If not,
 * the request is turned away, also where the table has no row for the message of refusal.
 */
export async function confirmIdentity(
  task: z.output<typeof input>,
  { requests, accounts, now }: Needs,
): Promise<{ outcome: string }> {
  const request = await requests.find(task.requestId);
  if (!request) throw new Error(`there is no request ${task.requestId}`);
  const account = await accounts.find(request.filedBy?.account ?? request.applicant.account ?? '');
  const answer = account?.iin === signerIinOf(request) ? 'confirmed' : 'unconfirmed';
  const checked = await performRow({ requests, now }, task, (current, performed) => {
    const recorded = recordAnswer(current, performed, 'identity-checked', answer);
    const said = answerOf(recorded, performed, 'identity-checked');
    return said === 'confirmed' ? recorded : turnAway(recorded, performed, 'sign-in-refused');
  });
  return { outcome: answerOf(checked, { row: task.row.state, at: now }, 'identity-checked') ?? 'unconfirmed' };
}
