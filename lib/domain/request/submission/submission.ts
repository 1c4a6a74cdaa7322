import canonicalize from 'canonicalize';
import { sha256Hex } from '../../digest/sha256.ts';
import { provedName } from '../../identity/proved-name.ts';
import { refuse, type Refusal } from '../../problem/problem.ts';
import { consentWords } from '../draft/consent-words.ts';
import { authorOf } from '../draft/draft.ts';
import { marksOf } from '../draft/register-data.ts';
import type { Claim } from '../queue/claim.ts';
import { representativeOf } from '../../regulation/representative.ts';
import { isSubmitted, signerIinOf, type DraftRequest, type Request, type RequestIn } from '../request.ts';
import { record, takes } from '../states.ts';

/**
 * What the applicant signs: RFC 8785 JSON of the application. The same draft always gives the same bytes, so the server
 * makes them again at submission and never trusts bytes from a client.
 */
export function signableBytes(draft: DraftRequest): Uint8Array {
  const content = canonicalize({
    request: draft.id,
    service: draft.service,
    channel: draft.channel,
    office: draft.office,
    applicant: { iin: draft.applicant.iin },
    ...(draft.organisation && { organisation: { bin: draft.organisation.bin } }),
    signer: { iin: signerIinOf(draft) },
    form: draft.form,
    ...signedRegisterData(draft),
    attachments: draft.attachments.map(({ id, name, document, type, size, sha256 }) => ({
      ...{ id, name, document, type, size, sha256 },
    })),
  });
  if (content === undefined) throw new Error('an application has no canonical form');
  return new TextEncoder().encode(content);
}

/** To what the person agreed or did not, about whom and when, and which fields are from a register or by hand. */
function signedRegisterData(draft: DraftRequest) {
  if (!draft.registerData) return {};
  const { given, at, registers } = draft.registerData.consent;
  const words = consentWords(given, registers);
  return { consent: { given, at, registers, about: draft.applicant.iin, words }, sources: marksOf(draft) };
}

/**
 * Where signatures of an application are stored with the evidence of their check, each under the SHA-256 of its CMS.
 */
export const folderOf = ({ id }: Pick<Request, 'id'>): string => `requests/${id}/submission`;

/** The kept reports of an application's refused signatures, the latest first. */
export const refusedOf = (request: Request): { readonly at: string; readonly reportKey: string }[] =>
  request.events
    .filter(({ code, row, facts }) => code === 'signature-refused' && row === undefined && facts?.['cms'] !== undefined)
    .slice(-REFUSED_SHOWN)
    .toReversed()
    .map(({ at, facts }) => ({ at, reportKey: `${folderOf(request)}/${facts!['cms']}/report.json` }));

const REFUSED_SHOWN = 5;

type Submission = RequestIn<'submitted'>['submission'];
/** How many characters of the certificate's name are kept: it may be longer than an account's name may be. */
const NAME_KEPT = 150;
/** The same of an organisation: statutory names are long. */
const ORGANISATION_KEPT = 300;

/** Draft → submitted, for a `child` where the service has children. The same signature again changes nothing; another signature is refused. */
export function submit(request: Request, submission: Submission, child?: Claim): Request | Refusal {
  if (isSubmitted(request))
    return request.submission.cmsSha256 === submission.cmsSha256 ? request : refuse('request/submitted-otherwise');
  if (!takes('submit', request)) return refuse('request/not-draft');
  // The draft may have changed while the signature was checked; only what was signed is submitted.
  if (sha256Hex(signableBytes(request)) !== submission.contentSha256) return refuse('request/changed-meanwhile');
  const { expiresAt: _, formVersion: __, ...kept } = request;
  const { signerName, signerOrganisation } = submission;
  if ((request.organisation === undefined) !== (signerOrganisation === undefined))
    throw new Error('the name of an organisation belongs to the submission of one');
  const submitted: RequestIn<'submitted'> = {
    ...kept,
    applicant: { ...kept.applicant, fullName: nameOfApplicant(request, submission) },
    state: 'submitted',
    submission: {
      ...submission,
      ...(signerName && { signerName: signerName.slice(0, NAME_KEPT) }),
      ...(signerOrganisation && { signerOrganisation: signerOrganisation.slice(0, ORGANISATION_KEPT) }),
    },
    ...(child && { child }),
    pending: 'start',
    pendingSince: submission.at,
  };
  const by = representativeOf(request) && { facts: { actsBy: 'power' } };
  return record('submit', submitted, { at: submission.at, code: 'submitted', ...authorOf(request), ...by });
}

/**
 * Documents are issued in the name that the EDS proves, not in a typed one. For visitors, the employee who signs compares
 * their papers.
 */
const nameOfApplicant = ({ applicant, filedBy }: DraftRequest, { signerName: name }: Submission): string =>
  filedBy ? applicant.fullName : provedName(applicant.fullName, { commonName: name });
