import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewRequest } from '../../../lib/adapters/http/views/request-view.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { repeatMailing as repeat } from '../../../lib/domain/request/mailing/mailing.ts';
import { changeWork, type WorkNeeds } from '../../../lib/domain/request/work/change-work.ts';
import type { contract } from './contract.ts';

export async function repeatMailing(
  { params }: Asked<typeof contract>,
  caller: Caller,
  { now, ...needs }: WorkNeeds,
): Promise<Answered | Refusal> {
  const repeated = await changeWork(params.id, caller, { ...needs, now }, (request, officer) =>
    repeat(request, officer, now),
  );
  return isRefusal(repeated) ? repeated : { body: viewRequest(repeated, now, caller) };
}
