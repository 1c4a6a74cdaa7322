import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { mayRead } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { findAllowed } from '../../../lib/domain/request/access.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { viewRequest } from '../../../lib/adapters/http/views/request-view.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<Requests, 'find'>;
  readonly now: Date;
}

export async function showRequest(
  { params }: Asked<typeof contract>,
  caller: Caller,
  { requests, now }: Needs,
): Promise<Answered | Refusal> {
  const request = await findAllowed(requests, params.id, caller, mayRead);
  return isRefusal(request) ? request : { body: viewRequest(request, now, caller) };
}
