import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewRequest } from '../../../lib/adapters/http/views/request-view.ts';
import { saidFor, speakAbout, takeWord, type WordNeeds } from '../../../lib/adapters/trust/signed-word.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { mayAnswer } from '../../../lib/domain/request/ownership.ts';
import type { SignedAnswer } from '../../../lib/domain/request/offer.ts';
import { isSubmitted, type Request } from '../../../lib/domain/request/request.ts';
import { withdrawalBytes } from '../../../lib/domain/request/withdrawal/statement.ts';
import { wayOut, withdraw, wordOf } from '../../../lib/domain/request/withdrawal/withdraw.ts';
import { signalOutcome, type Signals } from '../../../lib/domain/request/work/change-work.ts';
import type { contract } from './contract.ts';

interface Needs extends WordNeeds {
  readonly machines: Signals;
}

/**
 * Checks the EDS by the rules of an answer; report and evidence are stored before the request records the word. Then its machine is told:
 * the sweeper repeats what was lost.
 */
export async function withdrawRequest(
  { params: { id }, body: { cms } }: Asked<typeof contract>,
  caller: Caller,
  needs: Needs,
): Promise<Answered | Refusal> {
  const speaking = await speakAbout(id, caller, needs, mayAnswer);
  if (isRefusal(speaking)) return speaking;
  const { request, account } = speaking;
  if (wordOf(request)) return { body: viewRequest(request, needs.now, caller) };
  const way = wayOut(request);
  if (isRefusal(way)) return way;
  if (!isSubmitted(request)) throw new Error(`request ${id} was not submitted`);
  const word = {
    ...{ content: withdrawalBytes(request, way, account.iin), cms, folder: `requests/${id}/withdrawal` },
    once: 'withdrawal',
    record: (current: Request, signed: SignedAnswer) => withdraw(current, way, signed),
  };
  const withdrawn = await takeWord(speaking, word, needs);
  if (isRefusal(withdrawn)) return withdrawn;
  await signalOutcome(withdrawn, needs);
  return { body: viewRequest(withdrawn, needs.now, caller), ...saidFor(caller) };
}
