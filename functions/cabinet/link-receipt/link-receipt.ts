import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { LINK_SECONDS } from '../../../lib/adapters/s3/attachments.ts';
import type { Documents } from '../../../lib/adapters/s3/documents.ts';
import { mayRead } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import type { Account } from '../../../lib/domain/identity/account.ts';
import { composeReceipt, type ReceiptDocument, type Taker } from '../../../lib/domain/output/receipt.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import type { Place } from '../../../lib/domain/regulation/place.ts';
import { findAllowed } from '../../../lib/domain/request/access.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { isNumbered, type Request } from '../../../lib/domain/request/request.ts';
import { sha256Hex } from '../../../lib/domain/digest/sha256.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<Requests, 'find'>;
  readonly accounts: { find(account: string): Promise<Account | undefined> };
  readonly documents: Pick<Documents, 'has' | 'write' | 'link'>;
  readonly findService: FindService;
  readonly places: readonly Pick<Place, 'code' | 'name'>[];
  readonly renderReceipt: (receipt: ReceiptDocument) => Promise<Uint8Array>;
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
  const bytes = await needs.renderReceipt(receipt);
  const sha256 = sha256Hex(bytes);
  const key = `requests/${request.id}/receipt/${sha256}.pdf`;
  if (!(await needs.documents.has(key))) await needs.documents.write(key, bytes, 'application/pdf');
  const url = await needs.documents.link(key, `${request.number}.pdf`);
  return {
    body: { number: request.number, sha256, document: { url, expiresInSeconds: LINK_SECONDS }, receipt },
  };
}

async function takerOf({ filedBy }: Request, { accounts, places }: Needs): Promise<Taker | undefined> {
  if (!filedBy) return undefined;
  const account = await accounts.find(filedBy.account);
  if (!account) throw new Error(`account ${filedBy.account} is not there`);
  const place = places.find(({ code }) => code === filedBy.place)?.name ?? filedBy.place;
  return { name: account.fullName, position: account.position, place };
}
