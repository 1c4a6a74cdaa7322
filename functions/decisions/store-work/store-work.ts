import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewWork } from '../../../lib/adapters/http/views/line-view.ts';
import { lineOf } from '../../../lib/domain/request/line.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import { changeWork, type WorkNeeds } from '../../../lib/domain/request/work/change-work.ts';
import { store } from '../../../lib/domain/request/work/officer.ts';
import type { contract } from './contract.ts';

type Needs = WorkNeeds & { readonly findService: FindService };

export async function storeWork(
  { params, body: { place } }: Asked<typeof contract>,
  caller: Caller,
  { now, findService, ...needs }: Needs,
): Promise<Answered | Refusal> {
  const stored = await changeWork(params.id, caller, { ...needs, now }, (request, officer) =>
    store(request, place, officer, now),
  );
  return isRefusal(stored) ? stored : { body: viewWork(lineOf(stored), { account: caller.account, now, findService }) };
}
