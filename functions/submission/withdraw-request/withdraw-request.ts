import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewRequest } from '../../../lib/adapters/http/views/request-view.ts';
import { checkSigned, type SignedNeeds } from '../../../lib/adapters/trust/check-signed.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import type { Account } from '../../../lib/domain/identity/account.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { FindService, ServiceCard } from '../../../lib/domain/regulation/cards.ts';
import { findAllowed, ifAllowed, refuseInterested } from '../../../lib/domain/request/access.ts';
import { actingIn } from '../../../lib/domain/request/acting.ts';
import { changeRequest, type Requests } from '../../../lib/domain/request/change.ts';
import { mayAnswer } from '../../../lib/domain/request/ownership.ts';
import { withdraw } from '../../../lib/domain/request/queue/leave.ts';
import { recordRefusedAnswer } from '../../../lib/domain/request/queue/queue.ts';
import type { SignedAnswer } from '../../../lib/domain/request/offer.ts';
import type { Request } from '../../../lib/domain/request/request.ts';
import { withdrawalBytes } from '../../../lib/domain/request/queue/withdrawal.ts';
import { expectedOf } from '../../../lib/domain/request/signer.ts';
import { tellOfActing } from '../../../lib/domain/request/telling.ts';
import type { contract } from './contract.ts';

interface Needs extends SignedNeeds {
  readonly requests: Requests;
  readonly accounts: { find(account: string): Promise<Account | undefined> };
  readonly findService: FindService;
}

/** Checks the EDS by the rules of an answer; report and evidence are stored before the request records that it left. */
export async function withdrawRequest(
  { params, body }: Asked<typeof contract>,
  caller: Caller,
  needs: Needs,
): Promise<Answered | Refusal> {
  const { requests, now } = needs;
  const account = await needs.accounts.find(caller.account);
  if (!account) return refuse('access/unauthenticated');
  const before = await findAllowed(requests, params.id, caller, mayAnswer);
  if (isRefusal(before)) return before;
  const interested = refuseInterested(caller, account, before);
  if (interested) return interested;
  const service = needs.findService(before.service, before.regulationVersion);
  if (!service) return refuse('service/unknown');
  if (before.state === 'left' && before.left.because === 'word') return { body: viewRequest(before, now, caller) };
  if (before.state !== 'queued') return refuse('queue/not-waiting');

  const acting = actingIn(account, caller);
  const expected = expectedOf(account, caller);
  const content = withdrawalBytes(before, expected.iin);
  const folder = `requests/${before.id}/withdrawal`;
  const checked = await checkSigned({ content, cms: Buffer.from(body.cms, 'base64'), expected, folder }, needs);
  if ('refusal' in checked) {
    const recorded = await changeRequest(requests, before.id, (request) =>
      recordRefusedAnswer(request, acting, checked, now),
    );
    await checked.keep(recorded);
    return checked.refusal;
  }
  const signed = { ...(await checked.keep()), ...acting };
  const left = await changeRequest(
    requests,
    before.id,
    ifAllowed(caller, mayAnswer, (request) => tellIfFor(request, withdraw(request, signed), service, signed)),
  );
  if (isRefusal(left)) return left;
  const about = caller.role === 'applicant' ? {} : { about: { unusual: 'answered' as const } };
  return { body: viewRequest(left, now, caller), ...about };
}

/** The visitor for whom an employee takes a child out is told so, by the same write. */
function tellIfFor(
  before: Request,
  after: Request | Refusal,
  { title }: ServiceCard,
  { at, as }: SignedAnswer,
): Request | Refusal {
  if (as?.place === undefined) return after;
  return tellOfActing(before, after, {
    code: 'answered-for-you',
    place: as.place,
    service: title,
    once: 'withdrawal',
    at,
  });
}
