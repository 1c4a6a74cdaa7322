import { isDraft, type Request } from './request.ts';

/**
 * Minutes after which nothing can be uploaded any more to what is no draft: the last address was given before, and lives
 * for five (lib/adapters/s3/attachments.ts).
 */
const UPLOADS_END = 15;

/** Epoch milliseconds at which uploads that the request does not name are to be removed; undefined if they are not. */
export function strayAt(request: Request): number | undefined {
  if (isDraft(request) || request.strayGoneAt !== undefined) return undefined;
  const ended = 'submission' in request ? request.submission.at : request.closedAt;
  return Date.parse(ended) + UPLOADS_END * 60_000;
}

/** Records that they were. */
export const recordStrayGone = (request: Request, now: Date): Request =>
  isDraft(request) || request.strayGoneAt !== undefined ? request : { ...request, strayGoneAt: now.toISOString() };
