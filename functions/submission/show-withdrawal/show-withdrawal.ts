import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { showWord, speakAbout, type OpenNeeds } from '../../../lib/adapters/trust/signed-word.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { mayAnswer } from '../../../lib/domain/request/ownership.ts';
import { isSubmitted } from '../../../lib/domain/request/request.ts';
import { withdrawalBytes } from '../../../lib/domain/request/withdrawal/statement.ts';
import { wayOut } from '../../../lib/domain/request/withdrawal/withdraw.ts';
import type { contract } from './contract.ts';

/** The bytes that whoever may answer for the request signs to take it back, or to leave the queue. */
export async function showWithdrawal(
  { params }: Asked<typeof contract>,
  caller: Caller,
  needs: OpenNeeds,
): Promise<Answered | Refusal> {
  const speaking = await speakAbout(params.id, caller, needs, mayAnswer);
  if (isRefusal(speaking)) return speaking;
  const { request, account } = speaking;
  const way = wayOut(request);
  if (isRefusal(way)) return way;
  if (!isSubmitted(request)) throw new Error(`request ${request.id} was not submitted`);
  return showWord(withdrawalBytes(request, way, account.iin));
}
