import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import { viewAssigned } from '../../../lib/adapters/http/views/assigned-view.ts';
import { isNumbered } from '../../../lib/domain/request/request.ts';
import { mayAct } from '../../../lib/domain/request/work/stand-in.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { findCaller } from '../../../lib/domain/identity/find-caller.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { viewRequest } from '../../../lib/adapters/http/views/request-view.ts';
import { viewWork } from '../../../lib/adapters/http/views/line-view.ts';
import { lineOf } from '../../../lib/domain/request/line.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<Requests, 'find'>;
  readonly accounts: Pick<Accounts, 'find' | 'absencesAt'>;
  readonly findService: FindService;
  readonly now: Date;
}

export async function showWork(
  { params }: Asked<typeof contract>,
  caller: Caller,
  { requests, accounts, findService, now }: Needs,
): Promise<Answered | Refusal> {
  const request = await requests.find(params.id);
  // Who waits for work asks for it again and again: until it opens, nothing else is read.
  if (!request || !isNumbered(request) || !request.work || request.work.outcome) return refuse('work/unknown');
  const [account, absences] = await Promise.all([
    findCaller(caller, accounts),
    accounts.absencesAt(caller.office ?? ''),
  ]);
  if (!account || !mayAct({ caller, account, absences, now }, request)) return refuse('work/unknown');
  const work = viewWork(lineOf(request), { account: caller.account, now, findService, absences });
  if (!work) return refuse('work/unknown');
  return { body: { work, request: viewRequest(request, now, caller), ...viewAssigned(request.work.assigned) } };
}
