import type { Ballots } from '../../../lib/adapters/dynamo/ballots.ts';
import type { Counted, Statistics } from '../../../lib/adapters/dynamo/statistics.ts';
import { officeAsked } from '../../../lib/adapters/http/office-asked.ts';
import { takePage } from '../../../lib/adapters/http/paging.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { PRESENT, type FindService } from '../../../lib/domain/regulation/cards.ts';
import { placeName } from '../../../lib/domain/regulation/places.ts';
import { sumOf } from '../../../lib/domain/statistics/counts.ts';
import { countedFigures } from '../../../lib/domain/statistics/figures.ts';
import { monthAfter, monthOf, monthsIn } from '../../../lib/domain/statistics/month.ts';
import { rowsOf, type StatisticsRow } from '../../../lib/domain/statistics/table.ts';
import type { contract } from './contract.ts';
import { indicatorsOf } from './indicators-of.ts';
import { writeStatistics } from './write-statistics.ts';

interface Needs {
  readonly statistics: Pick<Statistics, 'list' | 'progress'>;
  readonly ballots: Ballots;
  /** Codes of every office. */
  readonly offices: readonly string[];
  readonly findService: FindService;
  readonly now: Date;
}

/** Months of one answer, and rows of one table. */
const LONGEST = 36;
const ROWS = 10_000;
/** Offices that are read at a time. */
const TOGETHER = 20;
const YEAR = 12;

export async function showStatistics(
  { query, headers, language }: Asked<typeof contract>,
  caller: Caller,
  { statistics, ballots, offices, findService, now }: Needs,
): Promise<Answered | Refusal> {
  const office = officeAsked(caller, query.office);
  if (isRefusal(office)) return office;
  const until = query.until ?? monthOf(now.toISOString());
  const since = query.since ?? monthAfter(until, 1 - YEAR);
  const tooLong = refuse('statistics/too-long', { facts: { months: LONGEST, rows: ROWS } });
  const months = monthsIn(since, until);
  if (months < 1 || months > LONGEST) return tooLong;
  const all = await listAll(statistics, office === undefined ? offices : [office], since, until);
  const cells = all.filter(
    ({ service, channel }) =>
      (query.service === undefined || service === query.service) &&
      (query.channel === undefined || channel === query.channel),
  );
  const rows = rowsOf(cells, query.by);
  if (rows.length > ROWS) return tooLong;
  const show = ({ counts, ...named }: StatisticsRow) => ({
    ...named,
    ...(named.office !== undefined && { officeName: placeName(named.office) }),
    ...(named.service !== undefined && { serviceTitle: titleOf(named.service, findService) }),
    ...countedFigures(counts),
  });
  if (wantsCsv(query.format, headers?.accept))
    return {
      text: writeStatistics(rows.map(show), query.by, language),
      headers: {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': 'attachment; filename="statistics.csv"',
      },
    };
  const { items, ...page } = takePage('statistics', rows, query);
  const beside = await indicatorsOf(items, { ballots, office, since, until, now });
  const countedAt = (await statistics.progress('recent'))?.finishedAt;
  return {
    body: {
      ...{ since, until },
      ...(countedAt !== undefined && { countedAt }),
      total: countedFigures(sumOf(cells.map(({ counts }) => counts))),
      rows: items.map((row) => ({ ...show(row), ...beside(row) })),
      ...page,
    },
  };
}

/** `format` goes before `Accept`, in which JSON wins unless CSV alone is named. */
const wantsCsv = (format: 'json' | 'csv' | undefined, accept = '') =>
  format === undefined ? /\btext\/csv\b/i.test(accept) && !/json/i.test(accept) : format === 'csv';

async function listAll(
  statistics: Needs['statistics'],
  offices: readonly string[],
  since: string,
  until: string,
): Promise<readonly Counted[]> {
  const found: Counted[] = [];
  for (let from = 0; from < offices.length; from += TOGETHER) {
    const some = offices.slice(from, from + TOGETHER).map((office) => statistics.list(office, since, until));
    found.push(...(await Promise.all(some)).flat());
  }
  return found;
}

function titleOf(service: string, findService: FindService) {
  const { kk, ru } = findService(service, PRESENT)?.title ?? { kk: service, ru: service };
  return { kk, ru };
}
