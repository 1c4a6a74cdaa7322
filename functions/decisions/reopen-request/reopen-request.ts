import type { IssuedDocuments } from '../../../lib/adapters/dynamo/issued-documents.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewRequest } from '../../../lib/adapters/http/views/request-view.ts';
import type { Machines } from '../../../lib/adapters/machine/machines.ts';
import { startRun } from '../../../lib/adapters/machine/start-again.ts';
import { checkWord, speakAbout, type WordNeeds } from '../../../lib/adapters/trust/signed-word.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { ifAllowed } from '../../../lib/domain/request/access.ts';
import { changeRequest } from '../../../lib/domain/request/change.ts';
import { dueAgain } from '../../../lib/domain/request/decide-again.ts';
import { mayReopen } from '../../../lib/domain/request/ownership.ts';
import { refuseReopening, reopen, replacedIn } from '../../../lib/domain/request/reopening/reopen.ts';
import { reopeningBytes } from '../../../lib/domain/request/reopening/statement.ts';
import { isSubmitted } from '../../../lib/domain/request/request.ts';
import type { contract } from './contract.ts';

interface Needs extends WordNeeds {
  readonly register: Pick<IssuedDocuments, 'record'>;
  readonly machines: Pick<Machines, 'start'>;
}

/** First record, then register and machine: the sweeper repeats what was lost. */
export async function reopenRequest(
  { params: { id }, body: { ground, cms } }: Asked<typeof contract>,
  caller: Caller,
  needs: Needs,
): Promise<Answered | Refusal> {
  const speaking = await speakAbout(id, caller, needs, mayReopen);
  if (isRefusal(speaking)) return speaking;
  const { request, account } = speaking;
  const service = needs.findService(request.service, request.regulationVersion);
  if (!service) return refuse('service/unknown');
  const said = replacedIn(request)?.withdrawn;
  if (request.state !== 'refused' && said?.ground === ground && said.signed?.by === caller.account)
    return { body: viewRequest(request, needs.now, caller) };
  const refused = refuseReopening(request);
  if (refused || request.state !== 'refused') return refused ?? refuse('reopening/not-refused');
  const due = dueAgain(request, service, needs.now);
  const { number } = request.output;
  const word = {
    content: reopeningBytes(request, ground, account.iin),
    cms,
    folder: `requests/${id}/reopening/${number}`,
  };
  const signed = await checkWord(speaking, word, needs);
  if (isRefusal(signed)) return signed;
  const opened = await changeRequest(
    needs.requests,
    id,
    ifAllowed(caller, mayReopen, (current) =>
      reopen(current, { ground, at: signed.at, by: signed.by, as: signed.as, signed, due }),
    ),
  );
  if (isRefusal(opened)) return opened;
  if (isSubmitted(opened) && opened.pending === 'start') await startRun(opened, needs);
  return { body: viewRequest(opened, needs.now, caller) };
}
