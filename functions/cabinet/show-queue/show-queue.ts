import { placeOf } from '../../../lib/adapters/dynamo/place-of.ts';
import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { mayRead } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { findAllowed } from '../../../lib/domain/request/access.ts';
import { isNumbered } from '../../../lib/domain/request/request.ts';
import { isInQueue, viewInQueue } from '../../../lib/adapters/http/views/queue-view.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<RequestTable, 'find' | 'countInMonth' | 'tallyQueue'>;
  readonly now: Date;
}

export async function showQueue(
  { params }: Asked<typeof contract>,
  caller: Caller,
  { requests, now }: Needs,
): Promise<Answered | Refusal> {
  const request = await findAllowed(requests, params.id, caller, mayRead);
  if (isRefusal(request)) return request;
  if (!isNumbered(request) || !isInQueue(request)) return refuse('queue/not-waiting');
  return { body: viewInQueue(request, caller.role, now, await placeOf(request, requests)) };
}
