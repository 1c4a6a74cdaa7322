import { endOf } from '../retention/terms.ts';
import { isOpen } from './complaint/complaint.ts';
import { complaintsOf, isDraft, type Request, type RequestIn, type SubmittedRequest } from './request.ts';

/**
 * Minutes after which nothing more can be uploaded for a request that is no longer a draft: its last upload address was
 * given before that, and is valid for five (lib/adapters/s3/attachments.ts).
 */
const UPLOADS_END = 15;

/** Epoch milliseconds at which uploads that the request does not name are due for removal; undefined if none are. */
export function strayAt(request: Request): number | undefined {
  if (isDraft(request) || request.strayGoneAt !== undefined) return undefined;
  const ended = 'submission' in request ? request.submission.at : request.closedAt;
  return Date.parse(ended) + UPLOADS_END * 60_000;
}

/** Records that they were removed. */
export const recordStrayGone = (request: Request, now: Date): Request =>
  isDraft(request) || request.strayGoneAt !== undefined ? request : { ...request, strayGoneAt: now.toISOString() };

/** What is erased at the end of a term: the scans alone, or everything. */
export interface Erasure {
  readonly what: 'scans' | 'request';
  readonly at: Date;
}

/** Everything that is to be erased of a request by the terms of its kind, the earliest first; a hold is not looked at. */
export function erasuresOf(request: Request): Erasure[] {
  if (request.state === 'discarded') return [{ what: 'request', at: endOf('discarded', request.closedAt) }];
  if (!isEnded(request)) return [];
  const ended = endOfDispute(request);
  if (ended === undefined) return [];
  const whole: Erasure = { what: 'request', at: endOf('request', ended) };
  const hasScans = request.attachments.length > 0 && request.scansErasedAt === undefined;
  return hasScans ? [{ what: 'scans', at: endOf('scans', ended) }, whole] : [whole];
}

/** When the request was finished, or the last complaint about it answered; undefined while one waits for its answer. */
function endOfDispute(request: SubmittedRequest & { readonly closedAt: string }): string | undefined {
  const complaints = complaintsOf(request);
  if (complaints.some(isOpen)) return undefined;
  const answers = complaints.flatMap((each) => (isOpen(each) ? [] : [each.reply.signature.at]));
  return [request.closedAt, ...answers].toSorted().at(-1);
}

/** What waits in a queue has a document already, and is not finished. */
const ends = ['issued', 'refused', 'withdrawn', 'turned-away', 'taken-back', 'left'] as const;
const isEnded = (request: Request): request is RequestIn<(typeof ends)[number]> =>
  (ends as readonly string[]).includes(request.state);

/** Epoch milliseconds at which something is to be erased; undefined while a hold lasts. */
export const erasureAt = (request: Request): number | undefined =>
  request.hold ? undefined : erasuresOf(request)[0]?.at.getTime();

/** Records that the scans are gone; their names and digests stay, as they are a part of what was signed. */
export const recordScansErased = (request: Request, now: Date): Request =>
  request.scansErasedAt === undefined ? { ...request, scansErasedAt: now.toISOString() } : request;
