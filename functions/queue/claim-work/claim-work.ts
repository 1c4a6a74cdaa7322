import { changeAsSigner, type WorkNeeds } from '../../../lib/domain/request/work/change-work.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { claim } from '../../../lib/domain/request/work/officer.ts';
import { viewWork } from '../../../lib/adapters/http/views/line-view.ts';
import { lineOf } from '../../../lib/domain/request/line.ts';
import type { contract } from './contract.ts';

type Needs = WorkNeeds & { readonly findService: FindService };

export async function claimWork(
  { params }: Asked<typeof contract>,
  caller: Caller,
  { findService, ...needs }: Needs,
): Promise<Answered | Refusal> {
  const { now } = needs;
  const claimed = await changeAsSigner(params.id, caller, needs, (request, officer) => claim(request, officer, now));
  return isRefusal(claimed)
    ? claimed
    : { body: viewWork(lineOf(claimed), { account: caller.account, now, findService }) };
}
