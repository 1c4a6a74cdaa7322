import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { linkPaper, type PaperNeeds } from '../../../lib/adapters/output/link-paper.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { composeWithdrawal, numberOf } from '../../../lib/domain/output/withdrawal.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import { findAllowed } from '../../../lib/domain/request/access.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { mayRead } from '../../../lib/domain/request/ownership.ts';
import { isSubmitted } from '../../../lib/domain/request/request.ts';
import { wordOf } from '../../../lib/domain/request/withdrawal/withdraw.ts';
import type { contract } from './contract.ts';

interface Needs extends PaperNeeds {
  readonly requests: Pick<Requests, 'find'>;
  readonly findService: FindService;
}

export async function linkWithdrawal(
  { params }: Asked<typeof contract>,
  caller: Caller,
  { requests, findService, ...paper }: Needs,
): Promise<Answered | Refusal> {
  const request = await findAllowed(requests, params.id, caller, mayRead);
  if (isRefusal(request)) return request;
  const word = wordOf(request);
  if (!word || !isSubmitted(request)) return refuse('withdrawal/none');
  const service = findService(request.service, request.regulationVersion);
  if (!service) throw new Error(`service ${request.service} has no card`);
  const way = request.state === 'left' ? 'leave-queue' : 'take-back';
  const receipt = composeWithdrawal(service, request, way, word);
  return linkPaper(receipt, `requests/${request.id}/withdrawal/paper`, numberOf(request), paper);
}
