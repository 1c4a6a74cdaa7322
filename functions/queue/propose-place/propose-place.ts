import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewProposal } from '../../../lib/adapters/http/views/queue-view.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import type { Account } from '../../../lib/domain/identity/account.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { findAllowed, ifAllowed, refuseInterested } from '../../../lib/domain/request/access.ts';
import { actingIn } from '../../../lib/domain/request/acting.ts';
import { changeRequest, type Requests } from '../../../lib/domain/request/change.ts';
import { mayOffer } from '../../../lib/domain/request/ownership.ts';
import { proposePlace as propose } from '../../../lib/domain/request/queue/proposal.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Requests;
  readonly accounts: { find(account: string): Promise<Account | undefined> };
  readonly newId: () => string;
  readonly now: Date;
}

export async function proposePlace(
  { params, body }: Asked<typeof contract>,
  caller: Caller,
  { requests, accounts, newId, now }: Needs,
): Promise<Answered | Refusal> {
  const account = await accounts.find(caller.account);
  if (!account) return refuse('access/unauthenticated');
  const before = await findAllowed(requests, params.id, caller, mayOffer);
  if (isRefusal(before)) return before;
  const interested = refuseInterested(caller, account, before);
  if (interested) return interested;
  const made = { id: newId(), ...body, ...actingIn(account, caller), proposedAt: now.toISOString() };
  const proposed = await changeRequest(
    requests,
    params.id,
    ifAllowed(caller, mayOffer, (request) => propose(request, made)),
  );
  if (isRefusal(proposed)) return proposed;
  const open = proposed.state === 'queued' ? proposed.queue.proposal : undefined;
  if (!open) throw new Error(`request ${params.id} has no proposal`);
  return {
    ...{ status: open.id === made.id ? 201 : 200, body: viewProposal(open) },
    about: { unusual: 'proposed' },
  };
}
