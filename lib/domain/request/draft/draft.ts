import canonicalize from 'canonicalize';
import { refuse, type Refusal } from '../../problem/problem.ts';
import { terms } from '../../retention/terms.ts';
import type { Event, EventCode } from '../event.ts';
import type { FormValues } from '../../regulation/form-values.ts';
import { historyOf } from '../history.ts';
import { signatureRefused, type RefusedSignature } from '../signed.ts';
import { isDraft, type Attachment, type DraftRequest, type Request, type RequestIn } from '../request.ts';
import { record, takes } from '../states.ts';

/** Days that an untouched draft is kept. */
export const DRAFT_DAYS = terms.draft.days;
export const ATTACHMENT_LIMIT = 20;

export interface NewDraft {
  readonly id: string;
  readonly service: string;
  readonly regulationVersion: string;
  readonly channel: string;
  readonly office: string;
  readonly applicant: DraftRequest['applicant'];
  readonly filedBy?: NonNullable<DraftRequest['filedBy']> | undefined;
  readonly organisation?: DraftRequest['organisation'];
  readonly paper: boolean;
  readonly form: FormValues;
}

export function startDraft(draft: NewDraft, now: Date): DraftRequest {
  const at = now.toISOString();
  return {
    ...draft,
    form: { ...draft.form },
    formVersion: 0,
    state: 'draft',
    version: 0,
    createdAt: at,
    expiresAt: expiry(now),
    attachments: [],
    events: historyOf([{ at, code: 'created', ...authorOf(draft) }]),
    notices: [],
  };
}

/** Who files the draft, and as what. */
export function authorOf({
  filedBy,
  applicant,
}: Pick<DraftRequest, 'filedBy' | 'applicant'>): Pick<Event, 'by' | 'as'> {
  if (!filedBy) return applicant.account === undefined ? {} : { by: applicant.account, as: { role: 'applicant' } };
  const { account: by, role, name, place } = filedBy;
  return { by, ...(role && { as: { role, place, ...(name !== undefined && { name }) } }) };
}

const expiry = (now: Date) => new Date(now.getTime() + DRAFT_DAYS * 86_400_000).toISOString();

/** Each change of a draft renews its expiry. */
export const touched = (draft: DraftRequest, now: Date): DraftRequest => ({ ...draft, expiresAt: expiry(now) });

const byAuthor = <Code extends EventCode>(draft: DraftRequest, code: Code, now: Date) => ({
  at: now.toISOString(),
  code,
  ...authorOf(draft),
});

/** A draft follows the present regulation; from the day of filing on the request keeps its version. */
export const governBy = (request: Request, { version }: { readonly version: string }): Request =>
  isDraft(request) && request.regulationVersion !== version ? { ...request, regulationVersion: version } : request;

/**
 * The same form again changes nothing. `seen` is the version on which the change is based; a newer one is not
 * overwritten. Without it, the form replaces whatever is stored.
 */
export function changeForm(request: Request, form: FormValues, now: Date, seen?: number): Request | Refusal {
  if (!takes('change-form', request)) return refuse('request/not-draft');
  if (canonicalize(request.form) === canonicalize(form)) return request;
  const { formVersion } = request;
  if (seen !== undefined && seen !== formVersion)
    return refuse('form/newer', { extension: { formVersion, changed: differing(request.form, form) } });
  const changed = { ...touched(request, now), form: { ...form }, formVersion: formVersion + 1 };
  return record('change-form', changed, byAuthor(request, 'form-changed', now));
}

/** The names of the fields in which two forms differ; an empty field is an absent one. */
const differing = (one: FormValues, other: FormValues): string[] =>
  Object.keys({ ...one, ...other }).filter((name) => canonicalize(one[name] ?? '') !== canonicalize(other[name] ?? ''));

export function addAttachment(request: Request, attachment: Attachment, now: Date): Request | Refusal {
  if (!takes('add-attachment', request)) return refuse('request/not-draft');
  if (request.attachments.length >= ATTACHMENT_LIMIT)
    return refuse('attachment/too-many', { facts: { limit: ATTACHMENT_LIMIT } });
  const added = { ...touched(request, now), attachments: [...request.attachments, attachment] };
  return record('add-attachment', added, byAuthor(request, 'attachment-added', now));
}

/** Keeps the findings about the scans, so that each scan is examined once; this does not renew the draft's expiry. */
export function keepJudged(request: Request, judged: readonly Attachment[]): Request {
  if (!isDraft(request)) return request;
  const found = (id: string) => judged.find((each) => each.id === id)?.judged;
  const attachments = request.attachments.map((each) => {
    const now = found(each.id);
    return now && canonicalize(now) !== canonicalize(each.judged) ? { ...each, judged: now } : each;
  });
  return attachments.every((each, i) => each === request.attachments[i]) ? request : { ...request, attachments };
}

export function removeAttachment(request: Request, id: string, now: Date): Request | Refusal {
  if (!takes('remove-attachment', request)) return refuse('request/not-draft');
  const attachments = request.attachments.filter((attachment) => attachment.id !== id);
  if (attachments.length === request.attachments.length) return refuse('attachment/unknown');
  const removed = { ...touched(request, now), attachments };
  return record('remove-attachment', removed, byAuthor(request, 'attachment-removed', now));
}

/** The filer discards the draft, or nobody changed it for {@link DRAFT_DAYS} days. Neither the form nor the person is kept. */
export function discard(request: Request, why: 'discarded' | 'draft-expired', now: Date): Request | Refusal {
  if (request.state === 'discarded') return request;
  if (!takes('discard', request)) return refuse('request/not-draft');
  const { expiresAt: _, formVersion: __, organisation: ___, registerData: ____, ...kept } = request;
  const at = now.toISOString();
  const { account, language } = kept.applicant;
  const discarded: RequestIn<'discarded'> = {
    ...kept,
    ...{ state: 'discarded', closedAt: at, form: {}, attachments: [] },
    applicant: { ...(account !== undefined && { account }), language, iin: '', fullName: '' },
    ...(kept.filedBy && { filedBy: { ...kept.filedBy, iin: '' } }),
  };
  return why === 'discarded'
    ? record('discard', discarded, { at, code: why, ...authorOf(request) })
    : record('expire', discarded, { at, code: why });
}

/** A refused EDS does not change the draft; the history records the refusal. */
export function recordRefusedSignature(request: Request, refused: RefusedSignature, now: Date): Request | Refusal {
  if (!takes('refuse-signature', request)) return refuse('request/not-draft');
  const { request: counted, event } = signatureRefused(request, refused, now);
  return record('refuse-signature', counted, { ...event, ...authorOf(request) });
}
