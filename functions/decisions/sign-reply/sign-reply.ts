import type { IssuedDocuments } from '../../../lib/adapters/dynamo/issued-documents.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { startRun } from '../../../lib/adapters/machine/start-again.ts';
import type { Machines } from '../../../lib/adapters/machine/machines.ts';
import type { DueTime } from '../../../lib/domain/calendar/calendar.ts';
import { dueAgain } from '../../../lib/domain/request/decide-again.ts';
import { viewComplaint } from '../../../lib/adapters/http/views/complaint-view.ts';
import { placeNamed } from '../../../lib/adapters/output/write-reply.ts';
import type { Documents } from '../../../lib/adapters/s3/documents.ts';
import { checkSigned, signatureOf, type SignedNeeds } from '../../../lib/adapters/trust/check-signed.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import type { Account } from '../../../lib/domain/identity/account.ts';
import { printedOrganisation } from '../../../lib/domain/output/organisation.ts';
import { initialsOf } from '../../../lib/domain/output/initials.ts';
import type { IssuedDocument } from '../../../lib/domain/output/issued-document.ts';
import { replyTitle } from '../../../lib/domain/output/wording.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { FindService, ServiceCard } from '../../../lib/domain/regulation/cards.ts';
import { changeRequest, type Requests } from '../../../lib/domain/request/change.ts';
import { answerComplaint, opensAgain } from '../../../lib/domain/request/complaint/complaining.ts';
import type { ComplaintReply } from '../../../lib/domain/request/complaint/complaint.ts';
import { judge } from '../../../lib/domain/request/complaint/judging.ts';
import { recordRefusedAnswer } from '../../../lib/domain/request/queue/queue.ts';
import { complaintsOf, isSubmitted, type SubmittedRequest } from '../../../lib/domain/request/request.ts';
import { actingIn } from '../../../lib/domain/request/acting.ts';
import { expectedOf } from '../../../lib/domain/request/signer.ts';
import { officerOf } from '../../../lib/domain/request/work/officer-of.ts';
import type { contract } from './contract.ts';

interface Needs extends SignedNeeds {
  readonly requests: Requests;
  readonly accounts: { find(account: string): Promise<Account | undefined> };
  readonly documents: Pick<Documents, 'read' | 'write'>;
  readonly register: Pick<IssuedDocuments, 'record'>;
  readonly findService: FindService;
  readonly machines: Pick<Machines, 'start'>;
}

/** The signed document goes into the public register, then to the applicant; unsigned it goes nowhere. */
export async function signReply(
  { params, body }: Asked<typeof contract>,
  caller: Caller,
  needs: Needs,
): Promise<Answered | Refusal> {
  const { requests, documents, now } = needs;
  const judging = await judge(params, caller, needs);
  if (isRefusal(judging)) return judging;
  const { request, complaint, account } = judging;
  const { draft } = complaint;
  if (draft?.file.signer !== caller.account) return refuse('complaint/not-written');
  const service = needs.findService(request.service, request.regulationVersion);
  if (!service) return refuse('service/unknown');

  const { key: contentKey } = draft.file;
  const asked = {
    ...{ content: await documents.read(contentKey), contentKey, cms: Buffer.from(body.cms, 'base64') },
    ...{ expected: expectedOf(account, caller), folder: `requests/${request.id}/complaints/${complaint.id}` },
  };
  const checked = await checkSigned(asked, needs);
  if ('refusal' in checked) {
    const recorded = await changeRequest(requests, request.id, (current) =>
      recordRefusedAnswer(current, actingIn(account, caller), checked, now),
    );
    await checked.keep(recorded);
    return checked.refusal;
  }
  const by = officerOf(account);
  const reply = { ...draft, signature: { ...signatureOf(await checked.keep()), by } };
  const place = account.office ?? request.office;
  await needs.register.record(issued(request, reply, service, place));
  const due = opensAgain(request, complaint, reply) ? dueAgain(request, service, now) : undefined;
  const answer = (of: DueTime | undefined) =>
    changeRequest(requests, request.id, (current) => answerComplaint(current, complaint.id, reply, by, of));
  const first = await answer(due);
  // Another application stands for the child meanwhile: the complaint is answered, and nothing is opened again.
  const answered = isRefusal(first) && first.refused === 'child/claimed' ? await answer(undefined) : first;
  if (isRefusal(answered)) return answered;
  if (isSubmitted(answered) && answered.pending === 'start') await startRun(answered, needs);
  const given = complaintsOf(answered).find(({ id }) => id === complaint.id);
  if (!given || !isSubmitted(answered)) throw new Error(`request ${request.id} has lost complaint ${complaint.id}`);
  return { body: viewComplaint(answered, given, now) };
}

/** The answer as the public register shows it. */
function issued(
  request: SubmittedRequest,
  { number, file, signature }: ComplaintReply,
  service: ServiceCard,
  place: string,
): IssuedDocument {
  const named = placeNamed(place, service);
  const organisation = printedOrganisation(request);
  return {
    number,
    ...{ status: 'genuine', kind: 'reply', title: replyTitle, signature: 'eds' },
    service: service.title,
    office: typeof named === 'string' ? { kk: named, ru: named } : named,
    issuedAt: signature.at,
    initials: initialsOf(request.applicant.fullName),
    ...(organisation && { organisation }),
    signerRole: signature.by.position,
    ...(file.post && { signerPosition: file.post }),
    sha256: file.sha256,
  };
}
