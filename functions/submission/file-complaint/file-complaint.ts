import type { Counters } from '../../../lib/adapters/dynamo/counters.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewComplaint } from '../../../lib/adapters/http/views/complaint-view.ts';
import { checkWord, speakAbout, takeWord, type WordNeeds } from '../../../lib/adapters/trust/signed-word.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { dayOf } from '../../../lib/domain/language/dates.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { ServiceCard } from '../../../lib/domain/regulation/cards.ts';
import { officeOf } from '../../../lib/domain/regulation/open-hours.ts';
import { fileComplaint as file, findSame, refuseComplaint } from '../../../lib/domain/request/complaint/complaining.ts';
import { complaintBytes } from '../../../lib/domain/request/complaint/statement.ts';
import { mayComplain } from '../../../lib/domain/request/ownership.ts';
import { isSubmitted } from '../../../lib/domain/request/request.ts';
import { formatRequestNumber } from '../../../lib/domain/request/rows/number.ts';
import { whereDecides } from '../../../lib/domain/request/where.ts';
import type { contract } from './contract.ts';

interface Needs extends WordNeeds {
  readonly counters: Counters;
  readonly newId: () => string;
}

/** Checks the EDS by the rules of a submission, numbers the complaint and registers it; the same complaint again is shown as it is. */
export async function fileComplaint(
  { params: { id }, body: { cms, ...told } }: Asked<typeof contract>,
  caller: Caller,
  needs: Needs,
): Promise<Answered | Refusal> {
  const { findService, now } = needs;
  const speaking = await speakAbout(id, caller, needs, mayComplain);
  if (isRefusal(speaking)) return speaking;
  const { request, account } = speaking;
  if (!isSubmitted(request)) return refuse('complaint/too-early');
  const same = findSame(request, told);
  if (same) return { status: 200, body: viewComplaint(request, same, now) };
  const refused = refuseComplaint(request, told);
  if (refused) return refused;
  const service = findService(request.service, request.regulationVersion);
  if (!service) return refuse('service/unknown');

  const content = complaintBytes(request, told, account.iin);
  const complaint = { id: needs.newId(), ...told };
  const word = { content, cms, folder: `requests/${id}/complaints/${complaint.id}` };
  const signed = await checkWord(speaking, word, needs);
  if (isRefusal(signed)) return signed;
  // A number is drawn only for a word whose signature has passed.
  const numbered = { ...complaint, number: await nextNumber(service, needs) };
  const office = officeOf(service, whereDecides(request));
  const filed = await takeWord(
    speaking,
    {
      ...{ ...word, once: `complaint-${complaint.id}` },
      record: (current, by) => file(current, numbered, by, office),
    },
    needs,
    signed,
  );
  if (isRefusal(filed)) return filed;
  const registered = findSame(filed, told);
  if (!registered || !isSubmitted(filed)) throw new Error(`request ${id} has not the complaint that it registered`);
  return { status: 201, body: viewComplaint(filed, registered, now) };
}

/** `SK-CO-2026-000001`: one sequence for each region and year, whatever the service. */
async function nextNumber({ region, zone }: ServiceCard, { counters, now }: Needs): Promise<string> {
  const year = Number(dayOf(now.toISOString(), zone).slice(0, 4));
  const sequence = await counters.next(`${region}-complaint#${year}`);
  return formatRequestNumber({ region, service: 'complaint', year }, sequence);
}
