import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { viewRequest } from '../../../lib/adapters/http/views/request-view.ts';
import { mayCorrect } from '../../../lib/domain/request/ownership.ts';
import { isDecided, type Request } from '../../../lib/domain/request/request.ts';
import { maySign } from '../../../lib/domain/request/signer.ts';
import { readTypedNumber } from '../../../lib/domain/request/rows/number.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<RequestTable, 'findByNumber'>;
  readonly accounts: Pick<Accounts, 'find'>;
  readonly now: Date;
}

export async function findStatus(
  { params }: Asked<typeof contract>,
  caller: Caller,
  { requests, accounts, now }: Needs,
): Promise<Answered | Refusal> {
  const number = readTypedNumber(params.number);
  const request = number === undefined ? undefined : await requests.findByNumber(number);
  if (!request) return refuse('request/unknown');
  const hasMandate = await signsFor(request, caller, { accounts, now });
  return { body: viewRequest(request, now, { ...caller, hasMandate }), about: { request: request.id } };
}

/** Whether the caller signs for the head. Asked only about documents of their own office that are issued. */
async function signsFor(request: Request, caller: Caller, { accounts, now }: Omit<Needs, 'requests'>) {
  if (caller.role !== 'mio-officer' || !isDecided(request) || !mayCorrect(caller, request)) return false;
  const account = await accounts.find(caller.account);
  return account !== undefined && maySign(account, now);
}
