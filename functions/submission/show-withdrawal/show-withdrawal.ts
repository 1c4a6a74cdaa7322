import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { showWord, speakAbout, type OpenNeeds } from '../../../lib/adapters/trust/signed-word.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { mayAnswer } from '../../../lib/domain/request/ownership.ts';
import { withdrawalBytes } from '../../../lib/domain/request/queue/withdrawal.ts';
import type { contract } from './contract.ts';

/** The bytes that whoever may answer an offer signs to leave the queue. */
export async function showWithdrawal(
  { params }: Asked<typeof contract>,
  caller: Caller,
  needs: OpenNeeds,
): Promise<Answered | Refusal> {
  const speaking = await speakAbout(params.id, caller, needs, mayAnswer);
  if (isRefusal(speaking)) return speaking;
  const { request, account } = speaking;
  if (request.state !== 'queued') return refuse('queue/not-waiting');
  return showWord(withdrawalBytes(request, account.iin));
}
