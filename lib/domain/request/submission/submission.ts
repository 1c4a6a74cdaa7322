import canonicalize from 'canonicalize';
import { sha256Hex } from '../../digest/sha256.ts';
import { provedName } from '../../identity/proved-name.ts';
import { refuse, type Refusal } from '../../problem/problem.ts';
import { authorOf } from '../draft/draft.ts';
import { isSubmitted, signerIinOf, type DraftRequest, type Request, type RequestIn } from '../request.ts';
import { record, takes } from '../states.ts';

/**
 * What the applicant signs: RFC 8785 JSON of the application. The same draft always gives the same bytes, so the
 * server makes them again at submission and never trusts those that a client shows.
 */
export function signableBytes(draft: DraftRequest): Uint8Array {
  const content = canonicalize({
    request: draft.id,
    service: draft.service,
    channel: draft.channel,
    office: draft.office,
    applicant: { iin: draft.applicant.iin },
    signer: { iin: signerIinOf(draft) },
    form: draft.form,
    attachments: draft.attachments.map(({ id, name, type, size, sha256 }) => ({ id, name, type, size, sha256 })),
  });
  if (content === undefined) throw new Error('an application has no canonical form');
  return new TextEncoder().encode(content);
}

type Submission = RequestIn<'submitted'>['submission'];
/** Characters of the certificate's name that are kept: an authority may write longer ones than an account may have. */
const NAME_KEPT = 150;

/** Draft → submitted. The same signature again is the same submission; another one is refused. */
export function submit(request: Request, submission: Submission): Request | Refusal {
  if (isSubmitted(request))
    return request.submission.cmsSha256 === submission.cmsSha256 ? request : refuse('request/submitted-otherwise');
  if (!takes('submit', request)) return refuse('request/not-draft');
  // What was signed is what is submitted: the draft may have changed while the signature was checked.
  if (sha256Hex(signableBytes(request)) !== submission.contentSha256) return refuse('request/changed-meanwhile');
  const { expiresAt: _, ...kept } = request;
  const { signerName } = submission;
  const submitted: RequestIn<'submitted'> = {
    ...kept,
    applicant: { ...kept.applicant, fullName: nameOfApplicant(request, submission) },
    state: 'submitted',
    submission: { ...submission, ...(signerName && { signerName: signerName.slice(0, NAME_KEPT) }) },
    pending: 'start',
    pendingSince: submission.at,
  };
  return record('submit', submitted, { at: submission.at, code: 'submitted', ...authorOf(request) });
}

/**
 * Documents are issued in the name that the EDS proves, not in one that was typed. A visitor's papers are compared by
 * the employee who signs for him.
 */
const nameOfApplicant = ({ applicant, filedBy }: DraftRequest, { signerName: name }: Submission): string =>
  filedBy ? applicant.fullName : provedName(applicant.fullName, { name });
