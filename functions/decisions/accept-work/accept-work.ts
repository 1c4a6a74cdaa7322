import {
  changeWork,
  signalOutcome,
  type SignalNeeds,
  type WorkNeeds,
} from '../../../lib/domain/request/work/change-work.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { accept } from '../../../lib/domain/request/work/officer.ts';
import { viewRequest } from '../../../lib/adapters/http/views/request-view.ts';
import type { contract } from './contract.ts';

export async function acceptWork(
  { params }: Asked<typeof contract>,
  caller: Caller,
  needs: WorkNeeds & SignalNeeds,
): Promise<Answered | Refusal> {
  const { now } = needs;
  const accepted = await changeWork(params.id, caller, needs, (request, officer) => accept(request, officer, now));
  if (isRefusal(accepted)) return accepted;
  await signalOutcome(accepted, needs);
  return { body: viewRequest(accepted, now, caller) };
}
