import type { IssuedDocuments } from '../../../lib/adapters/dynamo/issued-documents.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewRequest } from '../../../lib/adapters/http/views/request-view.ts';
import type { Machines } from '../../../lib/adapters/machine/machines.ts';
import { finishWithdrawal, recordWithdrawn, startRun } from '../../../lib/adapters/machine/start-again.ts';
import { checkWord, type WordNeeds } from '../../../lib/adapters/trust/signed-word.ts';
import { speakOfOutput } from '../../../lib/adapters/trust/speak-of-output.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { sha256Hex } from '../../../lib/domain/digest/sha256.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { ifAllowed } from '../../../lib/domain/request/access.ts';
import { changeRequest } from '../../../lib/domain/request/change.ts';
import { correct, refuseCorrection, wasSaid } from '../../../lib/domain/request/correction/correct.ts';
import { mayCorrect } from '../../../lib/domain/request/ownership.ts';
import { dueAgain } from '../../../lib/domain/request/decide-again.ts';
import { isSubmitted, type Request } from '../../../lib/domain/request/request.ts';
import { signalOutcome } from '../../../lib/domain/request/work/change-work.ts';
import type { contract } from './contract.ts';

interface Needs extends WordNeeds {
  readonly register: Pick<IssuedDocuments, 'record'>;
  readonly machines: Pick<Machines, 'start' | 'signal'>;
}

/** First the request, then register and machine: the sweeper repeats what was lost. */
export async function correctOutput(
  { params: { id }, body: { cms, ...correction } }: Asked<typeof contract>,
  caller: Caller,
  needs: Needs,
): Promise<Answered | Refusal> {
  const { requests, findService, now } = needs;
  const speaking = await speakOfOutput(id, caller, correction, needs);
  if (isRefusal(speaking)) return speaking;
  const { request, content, document } = speaking;
  if (wasSaid(request, sha256Hex(content))) return { body: viewRequest(request, now, caller) };
  const refused = refuseCorrection(request, correction.way);
  if (refused) return refused;
  const service = findService(request.service, request.regulationVersion);
  if (!service) return refuse('service/unknown');
  const folder = `requests/${id}/correction/${document}`;
  const signed = await checkWord(speaking, { content, cms, folder }, needs);
  if (isRefusal(signed)) return signed;
  const due = dueAgain(request, service, now);
  const corrected = await changeRequest(
    requests,
    id,
    ifAllowed(caller, mayCorrect, (current) => correct(current, { ...correction, signed, due })),
  );
  if (isRefusal(corrected)) return corrected;
  await follow(corrected, needs);
  return { body: viewRequest(corrected, now, caller) };
}

async function follow(request: Request, needs: Needs): Promise<void> {
  if (!isSubmitted(request) || !request.pending) return;
  if (request.pending === 'start') return startRun(request, needs);
  if (request.pending === 'record') return finishWithdrawal(request, needs);
  await recordWithdrawn(request, needs);
  await signalOutcome(request, needs);
}
