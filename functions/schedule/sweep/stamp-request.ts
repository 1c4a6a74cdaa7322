import { logEvent } from '../../../lib/adapters/log.ts';
import { stampSignatures, type StampNeeds } from '../../../lib/adapters/trust/stamp-signatures.ts';
import { changeRequest, type Requests } from '../../../lib/domain/request/change.ts';
import type { Request } from '../../../lib/domain/request/request.ts';
import { unstampedIn, recordStamps } from '../../../lib/domain/signature/stamp.ts';

export interface StampingNeeds extends StampNeeds {
  readonly requests: Pick<Requests, 'find' | 'replace'>;
  readonly now: Date;
  /** Milliseconds until Lambda stops the run. */
  readonly timeLeft: () => number;
}

/** Signatures of a request in one visit; the others stay due. */
export const STAMPS_AT_ONCE = 4;
/** One signature waits for authorities for four seconds at most; with less time left the next run goes on. */
const RESERVE_MS = 10_000;

/**
 * Puts timestamps into signatures that have none yet. Each attempt is recorded, so that the next one comes later and nothing else of the request
 * waits for it; the line says for how long the oldest has been without one.
 */
export async function stampRequest(request: Request, needs: StampingNeeds): Promise<void> {
  const { requests, now, timeLeft } = needs;
  const due = unstampedIn(request).filter(({ nextAt }) => Date.parse(nextAt) <= now.getTime());
  const brought = await stampSignatures(due.slice(0, STAMPS_AT_ONCE), needs, () => timeLeft() > RESERVE_MS);
  if (brought.size === 0) return;
  await changeRequest(requests, request.id, (current) => recordStamps(current, brought, now));
  const without = due.filter(({ cmsKey }) => brought.has(cmsKey) && !brought.get(cmsKey));
  if (without.length === 0) return;
  const minutes = Math.max(...without.map(({ since }) => now.getTime() - Date.parse(since))) / 60_000;
  logEvent('unstamped', {
    request: request.id,
    minutes: Math.floor(minutes),
    tries: Math.max(...without.map(({ tries }) => tries + 1)),
  });
}
