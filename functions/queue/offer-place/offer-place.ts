import { isInTurn } from '../../../lib/adapters/dynamo/in-turn.ts';
import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { mayOffer } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import type { Account } from '../../../lib/domain/identity/account.ts';
import { dueAt } from '../../../lib/domain/calendar/calendar.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import { actingIn } from '../../../lib/domain/request/acting.ts';
import { findAllowed, ifAllowed, refuseInterested } from '../../../lib/domain/request/access.ts';
import { changeRequest, type Requests } from '../../../lib/domain/request/change.ts';
import { openOfferOf } from '../../../lib/domain/request/offer.ts';
import { offerPlace as offer } from '../../../lib/domain/request/queue/queue.ts';
import { viewOffer } from '../../../lib/adapters/http/views/queue-view.ts';
import type { contract } from './contract.ts';
import { officeOf } from '../../../lib/domain/regulation/open-hours.ts';
import { whereOf } from '../../../lib/domain/request/where.ts';

interface Needs {
  readonly requests: Requests & Pick<RequestTable, 'listQueue'>;
  readonly accounts: { find(account: string): Promise<Account | undefined> };
  readonly findService: FindService;
  readonly newId: () => string;
  readonly now: Date;
}

export async function offerPlace(
  { params, body }: Asked<typeof contract>,
  caller: Caller,
  { requests, accounts, findService, newId, now }: Needs,
): Promise<Answered | Refusal> {
  const account = await accounts.find(caller.account);
  if (!account) return refuse('access/unauthenticated');
  const before = await findAllowed(requests, params.id, caller, mayOffer);
  if (isRefusal(before)) return before;
  const interested = refuseInterested(caller, account, before);
  if (interested) return interested;
  const service = findService(before.service, before.regulationVersion);
  if (!service) return refuse('service/unknown');
  if (!service.queue) return refuse('queue/not-waiting');
  const isRepeated = before.state === 'queued' && openOfferOf(before.queue) !== undefined;
  const isTurn = before.state !== 'queued' || isRepeated || (await isInTurn(requests, before, body.organisation));
  if (!isTurn) return refuse('offer/out-of-turn');
  const due = dueAt(now, service.queue.answerWithin, officeOf(service, whereOf(before)));
  const made = {
    ...{ id: newId(), ...body, ...actingIn(account, caller) },
    dueAt: due.toISOString(),
  };
  const offered = await changeRequest(
    requests,
    params.id,
    ifAllowed(caller, mayOffer, (request) => offer(request, made, now)),
  );
  if (isRefusal(offered)) return offered;
  const open = offered.state === 'queued' ? openOfferOf(offered.queue) : undefined;
  if (!open) throw new Error(`request ${params.id} has no open offer`);
  return { status: open.id === made.id ? 201 : 200, body: viewOffer(open, now) };
}
