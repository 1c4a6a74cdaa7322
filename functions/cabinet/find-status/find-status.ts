import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { viewRequest } from '../../../lib/adapters/http/views/request-view.ts';
import { readTypedNumber } from '../../../lib/domain/request/rows/number.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<RequestTable, 'findByNumber'>;
  readonly now: Date;
}

export async function findStatus(
  { params }: Asked<typeof contract>,
  caller: Caller,
  { requests, now }: Needs,
): Promise<Answered | Refusal> {
  const number = readTypedNumber(params.number);
  const request = number === undefined ? undefined : await requests.findByNumber(number);
  if (!request) return refuse('request/unknown');
  return { body: viewRequest(request, now, caller), about: { request: request.id } };
}
