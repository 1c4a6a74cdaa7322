import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import type { Account } from '../../../lib/domain/identity/account.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { ballotOf, markAnswered } from '../../../lib/domain/questionnaire/ballot.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import { findAllowed, ifAllowed, refuseInterested } from '../../../lib/domain/request/access.ts';
import { changeRequest } from '../../../lib/domain/request/change.ts';
import { mayAnswer } from '../../../lib/domain/request/ownership.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<RequestTable, 'find' | 'replaceAndCount'>;
  readonly accounts: { find(account: string): Promise<Account | undefined> };
  readonly findService: FindService;
  readonly now: Date;
}

/** Counts the answers and marks the request by one write, so that they are counted once and never lost. */
export async function answerQuestionnaire(
  { params, body }: Pick<Asked<typeof contract>, 'params' | 'body'>,
  caller: Caller,
  { requests, accounts, findService, now }: Needs,
): Promise<Answered | Refusal> {
  const account = await accounts.find(caller.account);
  if (!account) return refuse('access/unauthenticated');
  const request = await findAllowed(requests, params.id, caller, mayAnswer);
  if (isRefusal(request)) return request;
  const interested = refuseInterested(caller, account, request);
  if (interested) return interested;
  const service = findService(request.service, request.regulationVersion);
  if (!service) return refuse('service/unknown');
  const ballot = ballotOf(request, service, body, now);
  if (isRefusal(ballot)) return ballot;
  const counting = {
    find: requests.find,
    replace: (...change: Parameters<RequestTable['replace']>) => requests.replaceAndCount(...change, ballot),
  };
  const marked = await changeRequest(counting, params.id, ifAllowed(caller, mayAnswer, markAnswered));
  return isRefusal(marked) ? marked : { body: { questionnaire: 'answered' } };
}
