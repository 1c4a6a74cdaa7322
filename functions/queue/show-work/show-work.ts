import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { mayWork } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { viewRequest, viewWork } from '../../../lib/adapters/http/views/request-view.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<Requests, 'find'>;
  readonly findService: FindService;
  readonly now: Date;
}

export async function showWork(
  { params }: Asked<typeof contract>,
  caller: Caller,
  { requests, findService, now }: Needs,
): Promise<Answered | Refusal> {
  const request = await requests.find(params.id);
  if (!request || !mayWork(caller, request)) return refuse('work/unknown');
  const work = viewWork(request, { account: caller.account, now, findService });
  return work ? { body: { work, request: viewRequest(request, now, caller) } } : refuse('work/unknown');
}
