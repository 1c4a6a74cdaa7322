import { checkSigned, type SignedNeeds } from '../../../lib/adapters/trust/check-signed.ts';
import type { actingIn } from '../../../lib/domain/request/acting.ts';
import type { Refusal } from '../../../lib/domain/problem/problem.ts';
import { changeRequest, type Requests } from '../../../lib/domain/request/change.ts';
import type { Answer, Offer, SignedAnswer } from '../../../lib/domain/request/offer.ts';
import type { NumberedRequest } from '../../../lib/domain/request/request.ts';
import type { ExpectedSigner } from '../../../lib/domain/request/signer.ts';
import { answerBytes } from '../../../lib/domain/request/queue/written-answer.ts';
import { recordRefusedAnswer } from '../../../lib/domain/request/queue/queue.ts';

export interface CheckNeeds extends SignedNeeds {
  readonly requests: Requests;
}

/**
 * «Письменное согласие», «письменный отказ»: checks the EDS over the answer's bytes, by the rules of a submission. Report
 * and evidence are stored before the request records the answer.
 */
export async function checkAnswer(
  request: NumberedRequest,
  offer: Offer,
  { answer, cms }: { readonly answer: Answer; readonly cms: Uint8Array },
  expected: ExpectedSigner,
  acting: ReturnType<typeof actingIn>,
  needs: CheckNeeds,
): Promise<SignedAnswer | Refusal> {
  const content = answerBytes(request, offer, answer, expected.iin);
  const folder = `requests/${request.id}/offers/${offer.id}`;
  const checked = await checkSigned({ content, cms, expected, folder }, needs);
  if ('report' in checked) return { ...(await checked.keep()), ...acting };
  const recorded = await changeRequest(needs.requests, request.id, (current) =>
    recordRefusedAnswer(current, { offer: offer.id, ...acting }, checked, needs.now),
  );
  await checked.keep(recorded);
  return checked.refusal;
}
