import type { Ballots, OfficeTally } from '../../../lib/adapters/dynamo/ballots.ts';
import { takePage } from '../../../lib/adapters/http/paging.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { figuresOf, groupsFrom } from '../../../lib/domain/questionnaire/figures.ts';
import { lastEnded } from '../../../lib/domain/questionnaire/last-ended.ts';
import type { ServiceCard } from '../../../lib/domain/regulation/cards.ts';
import { monthsIn } from '../../../lib/domain/statistics/month.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly services: readonly Pick<ServiceCard, 'id' | 'title' | 'region' | 'offices' | 'asks'>[];
  readonly ballots: Ballots;
  readonly now: Date;
}

/** Months that one answer covers: four calendar years are read at most. */
export const LONGEST = 36;

export async function listIndicators(
  { query }: Pick<Asked<typeof contract>, 'query'>,
  { services, ballots, now }: Needs,
): Promise<Answered | Refusal> {
  const ended = lastEnded(now);
  const until = query.until ?? ended;
  const since = query.since ?? groupsFrom(until);
  const months = monthsIn(since, until);
  if (months < 1 || months > LONGEST) return refuse('indicators/too-long', { facts: { months: LONGEST } });
  const { items, ...page } = takePage('indicators', linesOf(services, query), query);
  const last = until < ended ? until : ended;
  const asked = [...new Set(items.map(({ service }) => service))];
  const counted = new Map<string, readonly OfficeTally[]>();
  if (since <= last)
    await Promise.all(asked.map(async (id) => counted.set(id, await ballots.tally(id, groupsFrom(since), last))));
  const indicators = items.map((line) => {
    const own = (counted.get(line.service) ?? []).filter(({ office }) => office === line.office);
    const figures = figuresOf(own, since, last);
    return { ...line, ...(figures && { figures }) };
  });
  return { body: { since, until, indicators, ...page } };
}

/** One line for each office of each service that asks, in the order of the catalogue. */
const linesOf = (services: Needs['services'], { region, service, office }: Asked<typeof contract>['query']) =>
  services
    .filter((card) => card.asks.length > 0)
    .filter(
      (card) => (region === undefined || card.region === region) && (service === undefined || card.id === service),
    )
    .flatMap(({ id, title, offices }) =>
      offices
        .filter(({ code }) => office === undefined || code === office)
        .map(({ code, name }) => ({ service: id, title, office: code, officeName: name })),
    );
