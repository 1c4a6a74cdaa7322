import { orderWork } from '../../../lib/adapters/http/order-work.ts';
import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { refuseInterested } from '../../../lib/domain/request/access.ts';
import { mayWork } from '../../../lib/domain/request/ownership.ts';
import { recall } from '../../../lib/domain/request/work/give.ts';
import { officerOf } from '../../../lib/domain/request/work/officer-of.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<RequestTable, 'find' | 'replace'>;
  readonly accounts: Pick<Accounts, 'find' | 'change' | 'absencesAt'>;
  readonly now: Date;
}

export async function recallWork(
  { body: { work, ground }, language }: Pick<Asked<typeof contract>, 'body' | 'language'>,
  caller: Caller,
  { requests, accounts, now }: Needs,
): Promise<Answered | Refusal> {
  const [head, absences] = await Promise.all([accounts.find(caller.account), accounts.absencesAt(caller.office ?? '')]);
  if (!head) return refuse('access/unauthenticated');
  const order = { head: officerOf(head), ground, now };
  return orderWork(
    work,
    (request, seen) =>
      mayWork(caller, request)
        ? (refuseInterested(caller, head, request) ?? recall(request, seen, order))
        : refuse('work/unknown'),
    { requests, accounts, absences, language, now },
  );
}
