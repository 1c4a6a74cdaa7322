import {
  changeWork,
  signalOutcome,
  type SignalNeeds,
  type WorkNeeds,
} from '../../../lib/domain/request/work/change-work.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { ServiceCard } from '../../../lib/domain/regulation/cards.ts';
import { dayOf } from '../../../lib/domain/language/dates.ts';
import { checkForm } from '../../../lib/domain/request/draft/form.ts';
import { decide } from '../../../lib/domain/request/work/officer.ts';
import { acceptedOf } from '../../../lib/domain/request/queue/queue.ts';
import type { Request } from '../../../lib/domain/request/request.ts';
import { viewRequest } from '../../../lib/adapters/http/views/request-view.ts';
import type { contract } from './contract.ts';

type Body = Asked<typeof contract>['body'];

export async function decideWork(
  { params, body }: Asked<typeof contract>,
  caller: Caller,
  needs: WorkNeeds & SignalNeeds,
): Promise<Answered | Refusal> {
  const { findService, now } = needs;
  const decided = await changeWork(params.id, caller, needs, (request, officer) => {
    const service = findService(request.service, request.regulationVersion);
    if (!service) return refuse('service/unknown');
    const wrong = checkDecision(body, service, request, now);
    if (wrong) return wrong;
    return decide(request, { ...body, at: now.toISOString(), by: officer }, officer, now);
  });
  if (isRefusal(decided)) return decided;
  await signalOutcome(decided, needs);
  return { body: viewRequest(decided, now, caller) };
}

/**
 * An approval fills the fields of its document; a refusal has free text («в произвольной форме»), and one of the
 * regulation's grounds if it lists any.
 */
function checkDecision(
  body: Body,
  { output, grounds, zone }: ServiceCard,
  request: Request,
  now: Date,
): Refusal | undefined {
  if (body.outcome === 'refused') {
    if (grounds.length === 0 || grounds.includes(body.ground)) return undefined;
    const expected = grounds.map((each) => `«${each}»`).join(', ');
    return refuse('form/invalid', { errors: [{ field: '/ground', rule: 'choice', expected }] });
  }
  const form = body.interim ? output.interim : output;
  if (!form) return refuse('work/no-interim');
  const errors = checkForm(form.fields, body.fields, {
    at: '/fields',
    applicantIin: request.applicant.iin,
    today: dayOf(now.toISOString(), zone),
    complete: true,
    accepted: acceptedOf(request),
  });
  return errors.length > 0 ? refuse('form/invalid', { errors }) : undefined;
}
