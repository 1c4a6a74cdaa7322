import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/problem/problem.ts';
import {
  changeAsSigner,
  signalOutcome,
  type Signals,
  type WorkNeeds,
} from '../../../lib/domain/request/work/change-work.ts';
import { finish } from '../../../lib/domain/request/work/officer.ts';
import { viewRequest } from '../../../lib/adapters/http/views/request-view.ts';
import type { contract } from './contract.ts';

export async function finishWork(
  { params, body }: Asked<typeof contract>,
  caller: Caller,
  { machines, ...needs }: WorkNeeds & { readonly machines: Signals },
): Promise<Answered | Refusal> {
  const { now } = needs;
  const finished = await changeAsSigner(params.id, caller, needs, (request, officer) =>
    finish(request, body.answer, officer, now),
  );
  if (isRefusal(finished)) return finished;
  await signalOutcome(finished, machines);
  return { body: viewRequest(finished, now, caller) };
}
