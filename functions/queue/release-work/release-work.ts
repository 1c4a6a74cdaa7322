import { changeWork, type WorkNeeds } from '../../../lib/domain/request/work/change-work.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { release } from '../../../lib/domain/request/work/officer.ts';
import { viewWork } from '../../../lib/adapters/http/views/line-view.ts';
import { lineOf } from '../../../lib/domain/request/line.ts';
import type { contract } from './contract.ts';

type Needs = WorkNeeds & { readonly findService: FindService };

export async function releaseWork(
  { params }: Asked<typeof contract>,
  caller: Caller,
  { now, findService, ...needs }: Needs,
): Promise<Answered | Refusal> {
  const released = await changeWork(params.id, caller, { ...needs, now }, (request, officer) =>
    release(request, officer, now),
  );
  return isRefusal(released)
    ? released
    : { body: viewWork(lineOf(released), { account: caller.account, now, findService }) };
}
