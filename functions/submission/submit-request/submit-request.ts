import type { ChildKey } from '../../../lib/adapters/dynamo/child-claims.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Machines } from '../../../lib/adapters/machine/machines.ts';
import type { Attachments } from '../../../lib/adapters/s3/attachments.ts';
import { judgeScans } from '../../../lib/adapters/s3/judge-scans.ts';
import type { AskScanner } from '../../../lib/adapters/s3/scanner.ts';
import type { Documents } from '../../../lib/adapters/s3/documents.ts';
import type { Refusals } from '../../../lib/adapters/s3/refusals.ts';
import type { CheckEds } from '../../../lib/adapters/trust/check-eds.ts';
import type { BinOf } from '../../../lib/adapters/trust/office-numbers.ts';
import { organisationIn } from '../../../lib/adapters/trust/certificate-of.ts';
import { checkSigned } from '../../../lib/adapters/trust/check-signed.ts';
import { mayDraft } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { certifiedName } from '../../../lib/domain/identity/proved-name.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { PRESENT, type FindService, type ServiceCard } from '../../../lib/domain/regulation/cards.ts';
import { refuseUnoffered, type OfferedIn } from '../../../lib/domain/regulation/offered.ts';
import { findAllowed, ifAllowed } from '../../../lib/domain/request/access.ts';
import { changeRequest, type Requests } from '../../../lib/domain/request/change.ts';
import { governBy, recordRefusedSignature } from '../../../lib/domain/request/draft/draft.ts';
import { representativeOf } from '../../../lib/domain/regulation/representative.ts';
import { refuseIncomplete } from '../../../lib/domain/request/draft/complete.ts';
import { reachesAge, type Claim } from '../../../lib/domain/request/queue/claim.ts';
import { isDraft, isSubmitted, type DraftRequest, type Request } from '../../../lib/domain/request/request.ts';
import { expectedOfApplication } from '../../../lib/domain/request/signer.ts';
import { sha256Hex } from '../../../lib/domain/digest/sha256.ts';
import { folderOf, signableBytes, submit } from '../../../lib/domain/request/submission/submission.ts';
import { tellOfActing } from '../../../lib/domain/request/telling.ts';
import { viewRequest } from '../../../lib/adapters/http/views/request-view.ts';
import type { contract } from './contract.ts';
import { textIn } from '../../../lib/domain/regulation/form-values.ts';

interface Needs {
  readonly requests: Requests;
  readonly attachments: Pick<Attachments, 'describe' | 'read'>;
  readonly askScanner: AskScanner;
  readonly documents: Pick<Documents, 'write'>;
  readonly refused: Pick<Refusals, 'write'>;
  readonly machines: Pick<Machines, 'start'>;
  readonly findService: FindService;
  readonly offeredIn: OfferedIn;
  readonly checkEds: CheckEds;
  readonly binOf: BinOf;
  readonly stamps: boolean;
  readonly childKey: ChildKey;
  readonly now: Date;
}

export async function submitRequest(
  { params, body }: Asked<typeof contract>,
  caller: Caller,
  needs: Needs,
): Promise<Answered | Refusal> {
  const { requests, machines, findService, now } = needs;
  const cms = Buffer.from(body.cms, 'base64');
  const before = await findAllowed(requests, params.id, caller, mayDraft);
  if (isRefusal(before)) return before;
  const service = findService(before.service, PRESENT);
  if (!service) return refuse('service/unknown');
  const submission = isDraft(before) ? await checkSubmission(before, service, cms, needs) : repeated(before, cms);
  if (isRefusal(submission)) return submission;
  const child = isDraft(before) ? await childOf(before, service, needs.childKey) : undefined;
  const submitted = await changeRequest(
    requests,
    params.id,
    ifAllowed(caller, mayDraft, (request) =>
      tellIfFiled(request, submit(governBy(request, service), submission, child), service),
    ),
  );
  if (isRefusal(submitted)) return submitted;
  // First record, then start: if the start fails, the sweeper repeats it.
  if (isSubmitted(submitted) && submitted.pending === 'start') await machines.start(submitted, service.machine);
  const unusual = representativeOf(submitted) ? 'filed-by-power' : 'filed';
  return { body: viewRequest(submitted, now, caller), ...(submitted.filedBy && { about: { unusual } }) };
}

/** The visitor for whom an employee files is told so, by the same write. */
function tellIfFiled(before: Request, after: Request | Refusal, { title }: ServiceCard): Request | Refusal {
  if (!before.filedBy || isRefusal(after) || !isSubmitted(after)) return after;
  const { at } = after.submission;
  const { place } = before.filedBy;
  return tellOfActing(before, after, { code: 'filed-for-you', place, service: title, once: 'submission', at });
}

/** The child whom an application is for, if the service has children; the form has been checked. */
async function childOf(
  { form }: DraftRequest,
  { queue, zone }: ServiceCard,
  childKey: ChildKey,
): Promise<Claim | undefined> {
  const child = queue?.child;
  const iin = child && textIn(form, child.iin);
  const birthDate = child && textIn(form, child.birthDate);
  if (!child || !iin || !birthDate) return undefined;
  return { field: child.iin, key: await childKey(iin), until: reachesAge(birthDate, child.youngerThan, zone) };
}

type Submission = Extract<Request, { state: 'submitted' }>['submission'];

/** The same signature again continues the submission that it made. */
function repeated(request: Request, cms: Uint8Array): Submission | Refusal {
  if (!isSubmitted(request)) return refuse('request/not-draft');
  return request.submission.cmsSha256 === sha256Hex(cms) ? request.submission : refuse('request/submitted-otherwise');
}

/**
 * Cheap checks first: the day, the form and its documents; then the EDS, which proves that the applicant wants what follows; then the
 * scans. What passes is stored in the documents bucket before the request records it.
 */
async function checkSubmission(
  draft: DraftRequest,
  service: ServiceCard,
  cms: Uint8Array,
  needs: Needs,
): Promise<Submission | Refusal> {
  const closed = refuseUnoffered(service, needs.offeredIn(service.id), needs.now);
  if (closed) return closed;
  const incomplete = refuseIncomplete(draft, service, needs.now);
  if (incomplete) return incomplete;

  const expected = expectedOfApplication(draft);
  const asked = { content: signableBytes(draft), cms, expected, folder: folderOf(draft) };
  const checked = await checkSigned(asked, needs);
  if ('refusal' in checked) {
    const recorded = await changeRequest(needs.requests, draft.id, (request) =>
      recordRefusedSignature(request, checked, needs.now),
    );
    await checked.keep(recorded);
    return checked.refusal;
  }
  const scans = await judgeScans(draft, needs);
  if (scans) return scans;
  const signer = checked.report.signers.find(({ identity }) => identity?.iin === expected.iin);
  const organisation = draft.organisation && organisationIn(checked.report, expected.iin);
  return {
    ...(await checked.keep()),
    signerName: certifiedName(signer?.identity ?? {}),
    ...(organisation !== undefined && { signerOrganisation: organisation }),
  };
}
