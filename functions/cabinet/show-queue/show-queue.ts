import { queueSort } from '../../../lib/adapters/dynamo/request-keys.ts';
import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { mayRead } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { findAllowed } from '../../../lib/domain/request/access.ts';
import { isNumbered } from '../../../lib/domain/request/request.ts';
import { viewInQueue } from '../../../lib/adapters/http/views/queue-view.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<RequestTable, 'find' | 'countAhead'>;
  readonly now: Date;
}

export async function showQueue(
  { params }: Asked<typeof contract>,
  caller: Caller,
  { requests, now }: Needs,
): Promise<Answered | Refusal> {
  const request = await findAllowed(requests, params.id, caller, mayRead);
  if (isRefusal(request)) return request;
  if (!isNumbered(request) || !request.queue) return refuse('queue/not-waiting');
  const { office, service, queue } = request;
  const position =
    request.state === 'queued' ? (await requests.countAhead(office, service, queueSort(request))) + 1 : undefined;
  return { body: viewInQueue({ ...request, queue }, caller.role, now, position) };
}
