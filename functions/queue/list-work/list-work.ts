import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import { encodePlace } from '../../../lib/adapters/http/paging.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { viewWork } from '../../../lib/adapters/http/views/request-view.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<RequestTable, 'listByOffice'>;
  readonly findService: FindService;
  readonly now: Date;
}

export async function listWork(
  { query }: Asked<typeof contract>,
  caller: Caller,
  { requests, findService, now }: Needs,
): Promise<Answered | Refusal> {
  if (!caller.office) return refuse('access/denied');
  const page = await requests.listByOffice(caller.office, query);
  const work = page.requests
    .map((request) => viewWork(request, { account: caller.account, now, findService }))
    .filter((line) => line !== undefined);
  const next = encodePlace('work', page.next);
  return { body: { work, ...(next && { next }) } };
}
