import { viewRequest } from '../../../lib/adapters/http/views/request-view.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { prepareSignature, signOutput as sign, type SignNeeds } from '../../../lib/adapters/output/sign-output.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { contract } from './contract.ts';

export async function signOutput(
  { params, body }: Asked<typeof contract>,
  caller: Caller,
  needs: SignNeeds,
): Promise<Answered | Refusal> {
  const ready = await prepareSignature(params.id, Buffer.from(body.cms, 'base64'), caller, needs);
  const signed = isRefusal(ready) ? ready : await sign(ready, caller, needs);
  return isRefusal(signed) ? signed : { body: viewRequest(signed, needs.now, caller) };
}
