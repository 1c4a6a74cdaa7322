import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { linkPaper, type PaperNeeds } from '../../../lib/adapters/output/link-paper.ts';
import { mayRead } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import type { Account } from '../../../lib/domain/identity/account.ts';
import { composeReceipt, type Taker } from '../../../lib/domain/output/receipt.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import type { Place } from '../../../lib/domain/regulation/place.ts';
import { findAllowed } from '../../../lib/domain/request/access.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { isNumbered, type Request } from '../../../lib/domain/request/request.ts';
import type { contract } from './contract.ts';

interface Needs extends PaperNeeds {
  readonly requests: Pick<Requests, 'find'>;
  readonly accounts: { find(account: string): Promise<Account | undefined> };
  readonly findService: FindService;
  readonly places: readonly Pick<Place, 'code' | 'name'>[];
}

/** Makes the receipt on demand: it follows from the request, and names the present due time. */
export async function linkReceipt(
  { params }: Asked<typeof contract>,
  caller: Caller,
  needs: Needs,
): Promise<Answered | Refusal> {
  const request = await findAllowed(needs.requests, params.id, caller, mayRead);
  if (isRefusal(request)) return request;
  if (!isNumbered(request)) return refuse('receipt/not-ready');
  const service = needs.findService(request.service, request.regulationVersion);
  if (!service) throw new Error(`service ${request.service} has no card`);
  const receipt = composeReceipt(service, request, await takerOf(request, needs));
  return linkPaper(receipt, `requests/${request.id}/receipt`, request.number, needs);
}

async function takerOf({ filedBy }: Request, { accounts, places }: Needs): Promise<Taker | undefined> {
  if (!filedBy) return undefined;
  const account = await accounts.find(filedBy.account);
  if (!account) throw new Error(`account ${filedBy.account} is not there`);
  const place = places.find(({ code }) => code === filedBy.place)?.name ?? filedBy.place;
  return { name: account.fullName, position: account.position, place };
}
