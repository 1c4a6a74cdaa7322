import type { PageEnd } from '../../../lib/adapters/dynamo/page.ts';
import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import { logEvent } from '../../../lib/adapters/log.ts';
import { hasWork, type Line } from '../../../lib/domain/request/line.ts';
import { tallyOf, type Tally } from '../../../lib/domain/request/work/open-counts.ts';

export interface OpenWorkNeeds {
  readonly requests: Pick<RequestTable, 'listByOffice' | 'countOpen' | 'mendOpen' | 'openChecked' | 'keepOpenChecked'>;
  /** Codes of every office, centre and akim. */
  readonly places: readonly string[];
  readonly now: Date;
  /** Milliseconds until Lambda stops the run. */
  readonly timeLeft: () => number;
}

/** With less time left the run stops, and the next one continues. */
const RESERVE_MS = 20_000;
const PAGE = 1000;

/**
 * Once a day: whether the counts of each place say what its lines of open work say. A process that ended between a
 * request's write and its count left them wrong; they are set right, unless somebody works there at this moment.
 */
export async function checkOpenWork(needs: OpenWorkNeeds): Promise<void> {
  const { requests, places, now, timeLeft } = needs;
  const day = now.toISOString().slice(0, 10);
  const kept = await requests.openChecked();
  const start = kept?.day === day ? kept.next : 0;
  let next = start;
  for (; next < places.length && timeLeft() > RESERVE_MS; next += 1) await checkPlace(places[next]!, needs);
  if (next > start) await requests.keepOpenChecked({ day, next });
}

async function checkPlace(place: string, { requests, timeLeft }: OpenWorkNeeds): Promise<void> {
  const kept = await requests.countOpen(place);
  const lines: Line[] = [];
  for (let from: PageEnd | undefined; ;) {
    const page = await requests.listByOffice(place, { limit: PAGE, from });
    lines.push(...page.lines);
    from = page.next;
    if (!from) break;
    if (timeLeft() < RESERVE_MS) return;
  }
  const right = tallyOf(lines.filter(hasWork));
  if (isSame(right, kept.tally)) return;
  if (await requests.mendOpen(place, right, kept)) logEvent('work-miscounted', { place });
}

/** A count of nothing is as good as none. */
const isSame = (one: Tally, other: Tally) =>
  [...one.keys(), ...other.keys()].every((name) => (one.get(name) ?? 0) === (other.get(name) ?? 0));
