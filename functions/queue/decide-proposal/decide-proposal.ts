import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewOffer } from '../../../lib/adapters/http/views/queue-view.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { dueAt } from '../../../lib/domain/calendar/calendar.ts';
import type { Account } from '../../../lib/domain/identity/account.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import { officeOf } from '../../../lib/domain/regulation/open-hours.ts';
import { whereOf } from '../../../lib/domain/request/where.ts';
import { findAllowed, ifAllowed, refuseInterested } from '../../../lib/domain/request/access.ts';
import { actingIn } from '../../../lib/domain/request/acting.ts';
import { changeRequest, type Requests } from '../../../lib/domain/request/change.ts';
import { mayOffer } from '../../../lib/domain/request/ownership.ts';
import { approveProposal, declineProposal } from '../../../lib/domain/request/queue/proposal.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Requests;
  readonly accounts: { find(account: string): Promise<Account | undefined> };
  readonly findService: FindService;
  readonly now: Date;
}

export async function decideProposal(
  { params: { id, proposal }, body: { decision } }: Asked<typeof contract>,
  caller: Caller,
  { requests, accounts, findService, now }: Needs,
): Promise<Answered | Refusal> {
  const account = await accounts.find(caller.account);
  if (!account) return refuse('access/unauthenticated');
  const before = await findAllowed(requests, id, caller, mayOffer);
  if (isRefusal(before)) return before;
  const interested = refuseInterested(caller, account, before);
  if (interested) return interested;
  const service = findService(before.service, before.regulationVersion);
  if (!service) return refuse('service/unknown');
  if (!service.queue) return refuse('queue/not-waiting');
  const due = dueAt(now, service.queue.answerWithin, officeOf(service, whereOf(before))).toISOString();
  const head = { id: proposal, ...actingIn(account, caller) };
  const decided = await changeRequest(
    requests,
    id,
    ifAllowed(caller, mayOffer, (request) =>
      decision === 'approved' ? approveProposal(request, head, due, now) : declineProposal(request, head, now),
    ),
  );
  if (isRefusal(decided)) return decided;
  if (decision === 'declined') return { body: {} };
  const offer = 'queue' in decided ? decided.queue?.offers.find((each) => each.id === proposal) : undefined;
  if (!offer) throw new Error(`request ${id} has no offer ${proposal}`);
  const { proposed } = offer;
  return {
    body: { offer: viewOffer(offer, now) },
    about: { unusual: 'out-of-turn', ...(proposed && { proposer: proposed.by }) },
  };
}
