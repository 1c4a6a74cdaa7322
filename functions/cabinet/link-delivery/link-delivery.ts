import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { linkPaper, type PaperNeeds } from '../../../lib/adapters/output/link-paper.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import type { Account } from '../../../lib/domain/identity/account.ts';
import { composeDelivery, isCollected } from '../../../lib/domain/output/delivery.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import { placeName } from '../../../lib/domain/regulation/places.ts';
import { findAllowed } from '../../../lib/domain/request/access.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { mayRead } from '../../../lib/domain/request/ownership.ts';
import { isDecided } from '../../../lib/domain/request/request.ts';
import type { contract } from './contract.ts';

interface Needs extends PaperNeeds {
  readonly requests: Pick<Requests, 'find'>;
  readonly accounts: { find(account: string): Promise<Account | undefined> };
  readonly findService: FindService;
}

/** Made on demand: it follows from the request and the giver's post. */
export async function linkDelivery(
  { params }: Asked<typeof contract>,
  caller: Caller,
  { requests, accounts, findService, ...paper }: Needs,
): Promise<Answered | Refusal> {
  const request = await findAllowed(requests, params.id, caller, mayRead);
  if (isRefusal(request)) return request;
  const service = findService(request.service, request.regulationVersion);
  if (!service) throw new Error(`service ${request.service} has no card`);
  if (!service.receipts.some(({ kind }) => kind === 'delivery')) return refuse('receipt/none');
  if (!isDecided(request) || !isCollected(request.output)) return refuse('receipt/not-ready');
  const { by } = request.output.handedTo;
  const { position } = (await accounts.find(by.account)) ?? {};
  const giver = { name: by.name, position, place: placeName(by.place ?? request.office) };
  const receipt = composeDelivery(service, request, request.output, giver);
  if (!receipt) return refuse('receipt/none');
  return linkPaper(receipt, `requests/${request.id}/delivery`, request.output.number, paper);
}
