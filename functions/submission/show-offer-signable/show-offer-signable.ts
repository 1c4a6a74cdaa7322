import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { showWord, speakAbout, type OpenNeeds } from '../../../lib/adapters/trust/signed-word.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { mayAnswer } from '../../../lib/domain/request/ownership.ts';
import { findAnswerable } from '../../../lib/domain/request/queue/queue.ts';
import { answerBytes } from '../../../lib/domain/request/queue/written-answer.ts';
import { isNumbered } from '../../../lib/domain/request/request.ts';
import type { contract } from './contract.ts';

interface Needs extends OpenNeeds {
  readonly now: Date;
}

export async function showOfferSignable(
  { params, query }: Asked<typeof contract>,
  caller: Caller,
  needs: Needs,
): Promise<Answered | Refusal> {
  const speaking = await speakAbout(params.id, caller, needs, mayAnswer);
  if (isRefusal(speaking)) return speaking;
  const { request, account } = speaking;
  const offer = findAnswerable(request, params.offer, query.answer, needs.now);
  if (isRefusal(offer)) return offer;
  if (!isNumbered(request)) return refuse('offer/unknown');
  return showWord(answerBytes(request, offer, query.answer, account.iin));
}
