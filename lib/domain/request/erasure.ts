import { isDraft, type Request } from './request.ts';

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
