import type { Ballots } from '../../../lib/adapters/dynamo/ballots.ts';
import { figuresOf, groupsFrom, type Figures } from '../../../lib/domain/questionnaire/figures.ts';
import { lastEnded } from '../../../lib/domain/questionnaire/last-ended.ts';
import type { StatisticsRow } from '../../../lib/domain/statistics/table.ts';

interface Asked {
  readonly ballots: Ballots;
  readonly office: string | undefined;
  readonly since: string;
  readonly until: string;
  readonly now: Date;
}

/** The indicators of the questionnaire for rows that name a service, at one office, for the whole period; for others nothing. */
export async function indicatorsOf(
  rows: readonly StatisticsRow[],
  { ballots, office, since, until, now }: Asked,
): Promise<(row: StatisticsRow) => { readonly indicators?: Figures }> {
  const ended = lastEnded(now);
  const last = until < ended ? until : ended;
  const isOne = (row: StatisticsRow) => row.month === undefined && row.channel === undefined;
  const services = [...new Set(rows.filter(isOne).flatMap(({ service }) => service ?? []))];
  if (since > last) return () => ({});
  const counted = new Map(
    await Promise.all(services.map(async (id) => [id, await ballots.tally(id, groupsFrom(since), last)] as const)),
  );
  return (row) => {
    const at = row.office ?? office;
    if (!isOne(row) || row.service === undefined || at === undefined) return {};
    const own = (counted.get(row.service) ?? []).filter((tally) => tally.office === at);
    const figures = figuresOf(own, since, last);
    return figures ? { indicators: figures } : {};
  };
}
