import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Machines } from '../../../lib/adapters/machine/machines.ts';
import { mayAnswer } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { dueAfter, markDue, type DueTime } from '../../../lib/domain/calendar/calendar.ts';
import type { Account } from '../../../lib/domain/identity/account.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { PRESENT, type FindService, type ServiceCard } from '../../../lib/domain/regulation/cards.ts';
import { actingIn } from '../../../lib/domain/request/acting.ts';
import { findAllowed, ifAllowed, refuseInterested } from '../../../lib/domain/request/access.ts';
import { changeRequest, type Requests } from '../../../lib/domain/request/change.ts';
import type { SignedAnswer } from '../../../lib/domain/request/offer.ts';
import { answerOffer as record, findAnswerable } from '../../../lib/domain/request/queue/queue.ts';
import { expectedOf } from '../../../lib/domain/request/signer.ts';
import { tellOfActing } from '../../../lib/domain/request/telling.ts';
import { isNumbered, type Request } from '../../../lib/domain/request/request.ts';
import { viewRequest } from '../../../lib/adapters/http/views/request-view.ts';
import { checkAnswer, type CheckNeeds } from './check-answer.ts';
import type { contract } from './contract.ts';
import { officeOf } from '../../../lib/domain/regulation/open-hours.ts';
import { whereOf } from '../../../lib/domain/request/where.ts';

interface Needs extends CheckNeeds {
  readonly requests: Requests;
  readonly accounts: { find(account: string): Promise<Account | undefined> };
  readonly machines: Pick<Machines, 'start'>;
  readonly findService: FindService;
}

export async function answerOffer(
  { params, body }: Asked<typeof contract>,
  caller: Caller,
  needs: Needs,
): Promise<Answered | Refusal> {
  const { requests, machines, now } = needs;
  const account = await needs.accounts.find(caller.account);
  if (!account) return refuse('access/unauthenticated');
  const before = await findAllowed(requests, params.id, caller, mayAnswer);
  if (isRefusal(before)) return before;
  const interested = refuseInterested(caller, account, before);
  if (interested) return interested;
  const service = needs.findService(before.service, before.regulationVersion);
  if (!service) return refuse('service/unknown');
  const offer = findAnswerable(before, params.offer, body.answer, now);
  if (isRefusal(offer)) return offer;
  if (!isNumbered(before)) return refuse('offer/unknown');

  const acting = actingIn(account, caller);
  const cms = Buffer.from(body.cms, 'base64');
  const signed: SignedAnswer | Refusal =
    'answer' in offer
      ? offer.answer
      : await checkAnswer(before, offer, { ...body, cms }, expectedOf(account, caller), acting, needs);
  if (isRefusal(signed)) return signed;
  const given = { answer: body.answer, signed, due: dueOf(before, service, now) };
  const answered = await changeRequest(
    requests,
    params.id,
    ifAllowed(caller, mayAnswer, (request) =>
      tellIfFor(request, record(request, params.offer, given, now), { service, signed, once: `offer-${params.offer}` }),
    ),
  );
  if (isRefusal(answered)) return answered;
  // First record, then start: if the start fails, the sweeper repeats it.
  const present = needs.findService(before.service, PRESENT);
  if (present && 'pending' in answered && answered.pending === 'start') await machines.start(answered, present.machine);
  const about = caller.role === 'applicant' ? {} : { about: { unusual: 'answered' as const } };
  return { body: viewRequest(answered, now, caller), ...about };
}

/** The visitor for whom an employee answers is told so, by the same write. */
function tellIfFor(
  before: Request,
  after: Request | Refusal,
  { service, signed, once }: { readonly service: ServiceCard; readonly signed: SignedAnswer; readonly once: string },
): Request | Refusal {
  const { at, as } = signed;
  if (as?.place === undefined) return after;
  const acting = { code: 'answered-for-you', place: as.place, service: service.title, once, at } as const;
  return tellOfActing(before, after, acting);
}

/** By the terms of the rows that run again. */
function dueOf(request: Request, service: ServiceCard, now: Date): DueTime {
  const terms = service.channels.find((each) => each.channel === request.channel)?.again?.terms;
  if (!terms) throw new Error(`${service.id}: nothing is decided again in channel ${request.channel}`);
  const office = officeOf(service, whereOf(request));
  return markDue(dueAfter(now, terms, office), office);
}
