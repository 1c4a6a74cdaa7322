import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { sha256Hex } from '../../../lib/domain/digest/sha256.ts';
import type { Account } from '../../../lib/domain/identity/account.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { findAllowed, refuseInterested } from '../../../lib/domain/request/access.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { mayAnswer } from '../../../lib/domain/request/ownership.ts';
import { withdrawalBytes } from '../../../lib/domain/request/queue/withdrawal.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<Requests, 'find'>;
  readonly accounts: { find(account: string): Promise<Account | undefined> };
}

/** The bytes that whoever may answer an offer signs to leave the queue. */
export async function showWithdrawal(
  { params }: Asked<typeof contract>,
  caller: Caller,
  { requests, accounts }: Needs,
): Promise<Answered | Refusal> {
  const account = await accounts.find(caller.account);
  if (!account) return refuse('access/unauthenticated');
  const request = await findAllowed(requests, params.id, caller, mayAnswer);
  if (isRefusal(request)) return request;
  const interested = refuseInterested(caller, account, request);
  if (interested) return interested;
  if (request.state !== 'queued') return refuse('queue/not-waiting');
  const content = withdrawalBytes(request, account.iin);
  return { body: { content: Buffer.from(content).toString('base64'), sha256: sha256Hex(content) } };
}
