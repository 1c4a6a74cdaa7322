import { logEvent } from '../../../lib/adapters/log.ts';
import { stampSignatures, type Extend, type StampNeeds } from '../../../lib/adapters/trust/stamp-signatures.ts';
import { changeRequest, type Requests } from '../../../lib/domain/request/change.ts';
import type { Request } from '../../../lib/domain/request/request.ts';
import { endingIn, lastsLonger, recordRenewals } from '../../../lib/domain/signature/renewal.ts';

export interface RenewingNeeds extends Pick<StampNeeds, 'documents'> {
  readonly renew: Extend;
  readonly requests: Pick<Requests, 'find' | 'replace'>;
  readonly now: Date;
  /** Milliseconds until Lambda stops the run. */
  readonly timeLeft: () => number;
}

/** Signatures of a request in one visit; the others stay due. */
export const RENEWALS_AT_ONCE = 4;
/** One signature waits for authorities for two seconds at most; with less time left the next run goes on. */
const RESERVE_MS = 10_000;
const DAY = 86_400_000;

/**
 * Puts archive timestamps into signatures whose proof ends within a year. The renewed signature is stored beside the earlier ones, and people are handed
 * it. Each attempt is recorded, so that the next one comes later, whatever this one brought; the line says how many days the proof that
 * ends first has left, and ended proofs have none.
 */
export async function renewRequest(request: Request, needs: RenewingNeeds): Promise<void> {
  const { requests, documents, renew, now, timeLeft } = needs;
  const due = endingIn(request).filter(({ renewAt }) => Date.parse(renewAt) <= now.getTime());
  const brought = await stampSignatures(
    due.slice(0, RENEWALS_AT_ONCE),
    { documents, extend: renew },
    () => timeLeft() > RESERVE_MS,
  );
  if (brought.size === 0) return;
  await changeRequest(requests, request.id, (current) => recordRenewals(current, brought, now));
  const ends = due
    .filter((each) => brought.has(each.cmsKey) && !lastsLonger(brought.get(each.cmsKey), each))
    .map(({ until }) => until);
  if (ends.length === 0) return;
  const left = Math.min(...ends.map(Date.parse)) - now.getTime();
  logEvent('unrenewed', { request: request.id, days: Math.max(0, Math.floor(left / DAY)) });
}
