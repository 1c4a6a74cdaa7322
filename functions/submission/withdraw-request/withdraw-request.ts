import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewRequest } from '../../../lib/adapters/http/views/request-view.ts';
import { saidFor, speakAbout, takeWord, type WordNeeds } from '../../../lib/adapters/trust/signed-word.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { mayAnswer } from '../../../lib/domain/request/ownership.ts';
import { withdraw } from '../../../lib/domain/request/queue/leave.ts';
import { withdrawalBytes } from '../../../lib/domain/request/queue/withdrawal.ts';
import type { contract } from './contract.ts';

/** Checks the EDS by the rules of an answer; report and evidence are stored before the request records that it left. */
export async function withdrawRequest(
  { params: { id }, body: { cms } }: Asked<typeof contract>,
  caller: Caller,
  needs: WordNeeds,
): Promise<Answered | Refusal> {
  const speaking = await speakAbout(id, caller, needs, mayAnswer);
  if (isRefusal(speaking)) return speaking;
  const { request, account } = speaking;
  if (request.state === 'left' && request.left.because === 'word')
    return { body: viewRequest(request, needs.now, caller) };
  if (request.state !== 'queued') return refuse('queue/not-waiting');
  const content = withdrawalBytes(request, account.iin);
  const word = { content, cms, folder: `requests/${id}/withdrawal`, once: 'withdrawal', record: withdraw };
  const left = await takeWord(speaking, word, needs);
  if (isRefusal(left)) return left;
  return { body: viewRequest(left, needs.now, caller), ...saidFor(caller) };
}
