import { isDeepStrictEqual } from 'node:util';
import type { Between, Page, PageAsked, PageEnd } from '../../../lib/adapters/dynamo/page.ts';
import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import type { Counted, Statistics } from '../../../lib/adapters/dynamo/statistics.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import { calendarOf } from '../../../lib/domain/request/calendar-of.ts';
import type { Line } from '../../../lib/domain/request/line.ts';
import { whereOf } from '../../../lib/domain/request/where.ts';
import { addEnded, noCounts, type Counts } from '../../../lib/domain/statistics/counts.ts';
import { monthAfter, startOf, type Month } from '../../../lib/domain/statistics/month.ts';

export interface CountingNeeds {
  readonly requests: Pick<RequestTable, 'listEnded' | 'listRegister'>;
  readonly statistics: Pick<Statistics, 'list' | 'put' | 'remove'>;
  readonly findService: FindService;
  /** Milliseconds until Lambda stops the run. */
  readonly timeLeft: () => number;
}

export interface OfficeMonth {
  readonly office: string;
  readonly month: Month;
}

/** With less time left no piece begins, and none goes on reading. */
export const RESERVE_MS = 20_000;
/** Lines of one query; DynamoDB ends a page at a megabyte, too. */
const PAGE = 1000;

/**
 * Counts a month of an office from its lines, and writes what differs from what is kept. False if the time ended first: then
 * nothing is written.
 */
export async function countMonth(
  { office, month }: OfficeMonth,
  { requests, statistics, findService, timeLeft }: CountingNeeds,
): Promise<boolean> {
  const between = { since: startOf(month), until: startOf(monthAfter(month, 1)) };
  const found = new Map<string, Counted>();
  const countsOf = ({ service, channel }: Line): Counts => {
    const key = `${service}#${channel}`;
    const kept = found.get(key) ?? { month, office, service, channel, counts: structuredClone(noCounts) };
    found.set(key, kept);
    return kept.counts;
  };
  const whole =
    (await eachLine(requests.listRegister, office, between, timeLeft, (line) => (countsOf(line).received += 1))) &&
    (await eachLine(requests.listEnded, office, between, timeLeft, (line) =>
      addEnded(countsOf(line), line, measuredBy(line, findService)),
    ));
  if (!whole) return false;
  const kept = new Map((await statistics.list(office, month, month)).map((each) => [keyOf(each), each]));
  for (const [key, counted] of found)
    if (!isDeepStrictEqual(kept.get(key)?.counts, counted.counts)) await statistics.put(counted);
  for (const [key, { counts: _, ...cell }] of kept) if (!found.has(key)) await statistics.remove(cell);
  return true;
}

const keyOf = ({ service, channel }: Counted) => `${service}#${channel}`;

function measuredBy(line: Line, findService: FindService) {
  const { grounds = [] } = findService(line.service, line.regulationVersion) ?? {};
  return { office: calendarOf(line, whereOf(line), findService), grounds };
}

type List = (office: string, page: PageAsked, between: Between) => Promise<Page>;

/** Whether there was time for every line. */
async function eachLine(
  list: List,
  office: string,
  between: Between,
  timeLeft: () => number,
  take: (line: Line) => void,
): Promise<boolean> {
  for (let from: PageEnd | undefined; ;) {
    const page = await list(office, { limit: PAGE, from }, between);
    page.lines.forEach(take);
    from = page.next;
    if (!from) return true;
    if (timeLeft() < RESERVE_MS) return false;
  }
}
