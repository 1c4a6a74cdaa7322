import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import { encodePlace } from '../../../lib/adapters/http/paging.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { mayDraft } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { viewRequest } from '../../../lib/adapters/http/views/request-view.ts';
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
  const next = encodePlace('requests', page.next);
  // An employee's account lists what they filed for visitors; their own requests are in a separate list.
  const requested = page.requests.filter((request) => mayDraft(caller, request));
  return { body: { requests: requested.map((request) => viewRequest(request, now)), ...(next && { next }) } };
}
