import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { mayAnswer } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import type { Account } from '../../../lib/domain/identity/account.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { findAllowed, refuseInterested } from '../../../lib/domain/request/access.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { findAnswerable } from '../../../lib/domain/request/queue/queue.ts';
import { isNumbered } from '../../../lib/domain/request/request.ts';
import { sha256Hex } from '../../../lib/domain/digest/sha256.ts';
import { answerBytes } from '../../../lib/domain/request/queue/written-answer.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<Requests, 'find'>;
  readonly accounts: { find(account: string): Promise<Account | undefined> };
  readonly now: Date;
}

export async function showOfferSignable(
  { params, query }: Asked<typeof contract>,
  caller: Caller,
  { requests, accounts, now }: Needs,
): Promise<Answered | Refusal> {
  const account = await accounts.find(caller.account);
  if (!account) return refuse('access/unauthenticated');
  const request = await findAllowed(requests, params.id, caller, mayAnswer);
  if (isRefusal(request)) return request;
  const interested = refuseInterested(caller, account, request);
  if (interested) return interested;
  const offer = findAnswerable(request, params.offer, query.answer, now);
  if (isRefusal(offer)) return offer;
  if (!isNumbered(request)) return refuse('offer/unknown');
  const content = answerBytes(request, offer, query.answer, account.iin);
  return { body: { content: Buffer.from(content).toString('base64'), sha256: sha256Hex(content) } };
}
