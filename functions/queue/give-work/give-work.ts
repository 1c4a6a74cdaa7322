import { orderWork } from '../../../lib/adapters/http/order-work.ts';
import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { awayNow, servesAt, type Absence } from '../../../lib/domain/identity/absence.ts';
import type { Account } from '../../../lib/domain/identity/account.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { refuseInterested } from '../../../lib/domain/request/access.ts';
import { isInterested, mayWork } from '../../../lib/domain/request/ownership.ts';
import { isNumbered, type Request } from '../../../lib/domain/request/request.ts';
import { maySign } from '../../../lib/domain/request/signer.ts';
import { give } from '../../../lib/domain/request/work/give.ts';
import { officerOf } from '../../../lib/domain/request/work/officer-of.ts';
import { mayAct } from '../../../lib/domain/request/work/stand-in.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<RequestTable, 'find' | 'replace'>;
  readonly accounts: Pick<Accounts, 'find' | 'change' | 'absencesAt'>;
  readonly now: Date;
}

export async function giveWork(
  { params, body: { work, ground }, language }: Pick<Asked<typeof contract>, 'params' | 'body' | 'language'>,
  caller: Caller,
  { requests, accounts, now }: Needs,
): Promise<Answered | Refusal> {
  const { office = '' } = caller;
  const [head, person, absences] = await Promise.all([
    accounts.find(caller.account),
    accounts.find(params.account),
    accounts.absencesAt(office),
  ]);
  if (!head) return refuse('access/unauthenticated');
  if (!person || !servesAt(person, office)) return refuse('staff/unknown');
  if (awayNow(absences, person.id, now)) return refuse('absence/away');
  const order = { head: officerOf(head), ground, now };
  return orderWork(
    work,
    (request, seen) => {
      if (!mayWork(caller, request)) return refuse('work/unknown');
      const refused = refuseInterested(caller, head, request);
      if (refused) return refused;
      if (!mayDo(person, request, absences, now)) return refuse('work/not-for-them');
      return give(request, officerOf(person), seen, order);
    },
    { requests, accounts, absences, language, now, to: person.id },
  );
}

/** Whether the person may do the open work: by their post, not on their own request, and a signature only with the right to sign. */
function mayDo(person: Account, request: Request, absences: readonly Absence[], now: Date): boolean {
  const { id: account, role, office, iin } = person;
  const caller: Caller = { account, role, session: '', ...(office !== undefined && { office }) };
  const isSignature = isNumbered(request) && request.work?.task === 'sign';
  return (
    mayAct({ caller, account: person, absences, now }, request) &&
    !isInterested(caller, iin, request) &&
    (!isSignature || maySign(person, now))
  );
}
