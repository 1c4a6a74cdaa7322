import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { showWord, speakAbout, type OpenNeeds } from '../../../lib/adapters/trust/signed-word.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { mayReopen } from '../../../lib/domain/request/ownership.ts';
import { refuseReopening } from '../../../lib/domain/request/reopening/reopen.ts';
import { reopeningBytes } from '../../../lib/domain/request/reopening/statement.ts';
import type { contract } from './contract.ts';

/** The bytes that the head of the office signs. */
export async function showReopening(
  { params, body: { ground } }: Asked<typeof contract>,
  caller: Caller,
  needs: OpenNeeds,
): Promise<Answered | Refusal> {
  const speaking = await speakAbout(params.id, caller, needs, mayReopen);
  if (isRefusal(speaking)) return speaking;
  const { request, account } = speaking;
  const refused = refuseReopening(request);
  if (refused || request.state !== 'refused') return refused ?? refuse('reopening/not-refused');
  return showWord(reopeningBytes(request, ground, account.iin));
}
