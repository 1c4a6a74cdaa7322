import type { RequestTable } from '../../lib/adapters/dynamo/requests.ts';
import { encodePlace } from '../../lib/adapters/http/paging.ts';
import type { Answered, Asked } from '../../lib/adapters/http/serve.ts';
import type { Caller } from '../../lib/domain/access/roles.ts';
import { viewRequest } from '../../lib/domain/request/view.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<RequestTable, 'listByApplicant'>;
  readonly now: Date;
}

export async function listRequests(
  { query }: Asked<typeof contract>,
  caller: Caller,
  { requests, now }: Needs,
): Promise<Answered> {
  const page = await requests.listByApplicant(caller.account, query);
  const next = encodePlace(page.next);
  return { body: { requests: page.requests.map((request) => viewRequest(request, now)), ...(next && { next }) } };
}
