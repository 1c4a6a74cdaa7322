import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewRequest } from '../../../lib/adapters/http/views/request-view.ts';
import type { Machines } from '../../../lib/adapters/machine/machines.ts';
import { saidFor, speakAbout, takeWord, type WordNeeds } from '../../../lib/adapters/trust/signed-word.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { PRESENT } from '../../../lib/domain/regulation/cards.ts';
import { dueAgain } from '../../../lib/domain/request/decide-again.ts';
import { mayAnswer } from '../../../lib/domain/request/ownership.ts';
import { answerOffer as record, findAnswerable } from '../../../lib/domain/request/queue/queue.ts';
import { answerBytes } from '../../../lib/domain/request/queue/written-answer.ts';
import { isNumbered } from '../../../lib/domain/request/request.ts';
import type { contract } from './contract.ts';

interface Needs extends WordNeeds {
  readonly machines: Pick<Machines, 'start'>;
}

/** «Письменное согласие», «письменный отказ». */
export async function answerOffer(
  { params: { id, offer: wanted }, body: { answer, cms } }: Asked<typeof contract>,
  caller: Caller,
  needs: Needs,
): Promise<Answered | Refusal> {
  const { machines, findService, now } = needs;
  const speaking = await speakAbout(id, caller, needs, mayAnswer);
  if (isRefusal(speaking)) return speaking;
  const { request, account } = speaking;
  const service = findService(request.service, request.regulationVersion);
  if (!service) return refuse('service/unknown');
  const offer = findAnswerable(request, wanted, answer, now);
  if (isRefusal(offer)) return offer;
  if (!isNumbered(request)) return refuse('offer/unknown');

  const due = dueAgain(request, service, now);
  const answered = await takeWord(
    speaking,
    {
      ...{ content: answerBytes(request, offer, answer, account.iin), cms },
      ...{ folder: `requests/${id}/offers/${wanted}`, once: `offer-${wanted}`, offer: wanted },
      record: (current, signed) => record(current, wanted, { answer, signed, due }, now),
    },
    needs,
    'answer' in offer ? offer.answer : undefined,
  );
  if (isRefusal(answered)) return answered;
  // First record, then start: if the start fails, the sweeper repeats it.
  const present = findService(request.service, PRESENT);
  if (present && 'pending' in answered && answered.pending === 'start') await machines.start(answered, present.machine);
  return { body: viewRequest(answered, now, caller), ...saidFor(caller) };
}
