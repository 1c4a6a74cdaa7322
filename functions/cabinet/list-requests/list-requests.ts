import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import { fillPage, listNewest } from '../../../lib/adapters/dynamo/fill-page.ts';
import { encodePlace } from '../../../lib/adapters/http/paging.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { mayDraft } from '../../../lib/domain/request/ownership.ts';
import type { Request } from '../../../lib/domain/request/request.ts';
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
  // An employee's account lists what they filed for visitors; their own requests are in a separate list.
  const isListed = (request: Request) => mayDraft(caller, request);
  const isWanted = (request: Request) =>
    isListed(request) && (query.state === undefined || query.state.includes(request.state));
  const list: Parameters<typeof fillPage>[0] = (asked) => requests.listByApplicant(caller.account, asked);
  const [page, counted] = await Promise.all([
    fillPage(list, query, isWanted),
    query.counts && listNewest(list, isListed),
  ]);
  const next = encodePlace('requests', page.next);
  return {
    body: {
      requests: page.requests.map((request) => viewRequest(request, now, caller)),
      ...(counted && { counts: countStates(counted) }),
      ...(next && { next }),
    },
  };
}

const countStates = (requests: readonly Request[]) =>
  Object.fromEntries([...Map.groupBy(requests, ({ state }) => state)].map(([state, { length }]) => [state, length]));
