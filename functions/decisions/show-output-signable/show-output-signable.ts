import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { signableOutput, type SignableNeeds } from '../../../lib/adapters/output/signable-output.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { contract } from './contract.ts';

export async function showOutputSignable(
  { params }: Asked<typeof contract>,
  caller: Caller,
  needs: SignableNeeds,
): Promise<Answered | Refusal> {
  const signable = await signableOutput(params.id, caller, needs);
  return isRefusal(signable) ? signable : { body: signable.shown };
}
