import { standingOf } from '../../domain/request/queue/standing.ts';
import { placeAmong, type Place } from '../../domain/request/queue/tally.ts';
import type { Request } from '../../domain/request/request.ts';
import { queueSort } from './request-keys.ts';
import type { RequestTable } from './requests.ts';

/**
 * Where a request stands in its queue now; undefined if it does not wait. The counters and the keys of its own month are
 * two readings, so the answer is that of a moment only as long as nobody comes or goes between them.
 */
export async function placeOf(
  request: Request,
  requests: Pick<RequestTable, 'countInMonth' | 'tallyQueue'>,
): Promise<Place | undefined> {
  const standing = standingOf(request);
  if (!standing) return undefined;
  const tallies = await requests.tallyQueue(request);
  const own = { class: standing.class, month: standing.at.slice(0, '2026-11'.length) };
  const month = tallies.find((tally) => tally.class === own.class && tally.month === own.month);
  return placeAmong(tallies, own, await requests.countInMonth(request, queueSort(standing), month));
}
