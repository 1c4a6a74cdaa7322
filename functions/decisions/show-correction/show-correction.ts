import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { showWord, type OpenNeeds } from '../../../lib/adapters/trust/signed-word.ts';
import { speakOfOutput } from '../../../lib/adapters/trust/speak-of-output.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { refuseCorrection } from '../../../lib/domain/request/correction/correct.ts';
import type { contract } from './contract.ts';

/** The bytes by which the head of the office withdraws or corrects. */
export async function showCorrection(
  { params, body }: Asked<typeof contract>,
  caller: Caller,
  needs: OpenNeeds & { readonly now: Date },
): Promise<Answered | Refusal> {
  const speaking = await speakOfOutput(params.id, caller, body, needs);
  if (isRefusal(speaking)) return speaking;
  return refuseCorrection(speaking.request, body.way) ?? showWord(speaking.content);
}
