import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/problem/problem.ts';
import {
  changeAsSigner,
  signalOutcome,
  type SignalNeeds,
  type WorkNeeds,
} from '../../../lib/domain/request/work/change-work.ts';
import { finish } from '../../../lib/domain/request/work/officer.ts';
import { findCaller } from '../../../lib/domain/identity/find-caller.ts';
import { dayOf } from '../../../lib/domain/language/dates.ts';
import { refuseRecipient, type Recipient } from '../../../lib/domain/output/recipient.ts';
import { zoneOf } from '../../../lib/domain/regulation/zone-of.ts';
import type { Request } from '../../../lib/domain/request/request.ts';
import { viewRequest } from '../../../lib/adapters/http/views/request-view.ts';
import type { contract } from './contract.ts';

export async function finishWork(
  { params, body }: Asked<typeof contract>,
  caller: Caller,
  needs: WorkNeeds & SignalNeeds,
): Promise<Answered | Refusal> {
  const { now } = needs;
  const account = await findCaller(caller, needs.accounts);
  const finished = await changeAsSigner(
    params.id,
    caller,
    needs,
    (request, officer) =>
      refuseTo(request, body.recipient, account?.iin ?? '', now) ?? finish(request, body, officer, now),
  );
  if (isRefusal(finished)) return finished;
  await signalOutcome(finished, needs);
  return { body: viewRequest(finished, now, caller) };
}

function refuseTo(
  request: Request,
  recipient: Recipient | undefined,
  officerIin: string,
  now: Date,
): Refusal | undefined {
  const today = dayOf(now.toISOString(), zoneOf(request.service));
  return recipient && refuseRecipient(recipient, { applicantIin: request.applicant.iin, officerIin, today });
}
