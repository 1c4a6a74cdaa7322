import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import { logEvent, logFailure } from '../../../lib/adapters/log.ts';
import type { WorkingDays } from '../../../lib/domain/calendar/calendar.ts';
import { isRefusal } from '../../../lib/domain/problem/problem.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import { officeOf, type Where } from '../../../lib/domain/regulation/open-hours.ts';
import { changeRequest } from '../../../lib/domain/request/change.ts';
import { recomputeDeadlines as recompute } from '../../../lib/domain/request/rows/recompute.ts';
import type { Line } from '../../../lib/domain/request/line.ts';

interface Needs {
  readonly requests: Pick<RequestTable, 'find' | 'add' | 'replace' | 'listByOffice'>;
  readonly findService: FindService;
  /** Codes of every office, centre and akim; open work belongs to one of them. */
  readonly places: Iterable<string>;
  readonly workingDays: WorkingDays;
  readonly now: Date;
}

interface Recomputed {
  readonly open: number;
  readonly moved: number;
  readonly failed: number;
}

const PAGE = 100;

/**
 * Run by hand after the working calendar has changed (a new holiday, days of rest moved by the Government). Computes the
 * due times of everything open by the calendar of this deployment. A second run changes nothing. A failing request does
 * not stop the others.
 */
export async function recomputeDeadlines(needs: Needs): Promise<Recomputed> {
  const counts = { open: 0, moved: 0, failed: 0 };
  for (const place of new Set(needs.places)) {
    // The list is read to its end first, because a new due time moves the request within the list.
    for (const request of await listOpen(needs, place)) {
      counts.open += 1;
      try {
        if (await moves(request, needs)) counts.moved += 1;
      } catch (error) {
        counts.failed += 1;
        logFailure(request.id, error);
      }
    }
  }
  logEvent('deadlines-recomputed', counts);
  return counts;
}

async function listOpen({ requests }: Needs, place: string): Promise<readonly Line[]> {
  const found: Line[] = [];
  for (let page = await requests.listByOffice(place, { limit: PAGE }); ;) {
    found.push(...page.lines);
    if (!page.next) return found;
    page = await requests.listByOffice(place, { limit: PAGE, from: page.next });
  }
}

async function moves(request: Line, { requests, findService, workingDays, now }: Needs): Promise<boolean> {
  const service = findService(request.service, request.regulationVersion);
  const channel = service?.channels.find((each) => each.channel === request.channel);
  if (!service || !channel) throw new Error(`service ${request.service} has no channel ${request.channel}`);
  const performed = { row: `recompute-deadlines-${now.toISOString()}`, at: now };
  const officeAt = (where: Where) => ({ ...officeOf(service, where), workingDays });
  const terms = { terms: channel.terms, again: channel.again?.terms, officeAt };
  let moved = false;
  const changed = await changeRequest(requests, request.id, (current) => {
    const computed = recompute(current, performed, terms);
    moved = computed !== current;
    return computed;
  });
  if (isRefusal(changed)) throw new Error(`request ${request.id}: ${changed.refused}`);
  return moved;
}
