import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { showWord, speakAbout, type OpenNeeds } from '../../../lib/adapters/trust/signed-word.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { refuseComplaint } from '../../../lib/domain/request/complaint/complaining.ts';
import { complaintBytes } from '../../../lib/domain/request/complaint/statement.ts';
import { mayComplain } from '../../../lib/domain/request/ownership.ts';
import { isSubmitted } from '../../../lib/domain/request/request.ts';
import type { contract } from './contract.ts';

/** The bytes that an applicant signs to complain. */
export async function showComplaintSignable(
  { params, body }: Asked<typeof contract>,
  caller: Caller,
  needs: OpenNeeds,
): Promise<Answered | Refusal> {
  const speaking = await speakAbout(params.id, caller, needs, mayComplain);
  if (isRefusal(speaking)) return speaking;
  const { request, account } = speaking;
  const refused = refuseComplaint(request, body);
  if (refused) return refused;
  if (!isSubmitted(request)) return refuse('complaint/too-early');
  return showWord(complaintBytes(request, body, account.iin));
}
