import { stepsOf, type Counted } from '../../../../lib/adapters/dynamo/queue-counters.ts';
import { indexKeys, keyOf, queueKey, segmentOf } from '../../../../lib/adapters/dynamo/request-keys.ts';
import type { Between, Page, PageAsked } from '../../../../lib/adapters/dynamo/page.ts';
import type { RequestTable } from '../../../../lib/adapters/dynamo/requests.ts';
import { lineOf } from '../../../../lib/domain/request/line.ts';
import { countSteps } from '../../../../lib/domain/request/work/open-counts.ts';
import { findPlace } from '../../../../lib/domain/request/queue/tally.ts';
import { Request } from '../../../../lib/domain/request/request.ts';

/** What a table would return: another object than was stored, checked by the schema. */
const copyOf = (request: Request) => Request.parse(JSON.parse(JSON.stringify(request)));

/** Requests in memory. A test compares them with DynamoDB's. */
export function memoryRequests(...known: readonly Request[]): RequestTable {
  const kept = new Map<string, Request>();
  const counters = new Map<string, Counted>();

  /** Stores a request, and counts it in its queue. */
  function write(after: Request, before?: Request) {
    for (const { queue, segment, by, move } of stepsOf(before, after)) {
      const [of, month = ''] = segment.split('#');
      const none = {
        class: Number(of),
        month,
        waiting: 0,
        joined: 0,
        placed: 0,
        left: 0,
        outgrown: 0,
        moved: 0,
        ...{ isInTens: true, changes: 0 },
      };
      const counter = counters.get(`${queue} ${segment}`) ?? none;
      const counted = {
        ...counter,
        waiting: counter.waiting + by,
        changes: counter.changes + 1,
        [move]: counter[move] + 1,
      };
      counters.set(`${queue} ${segment}`, counted);
    }
    const { uncounted: _, ...counted } = after as Request & { readonly uncounted?: true };
    kept.set(after.id, copyOf(counted));
    for (const [place, steps] of countSteps(before, after)) {
      const tally = counts.get(place) ?? new Map<string, number>();
      for (const [name, by] of steps) tally.set(name, (tally.get(name) ?? 0) + by);
      counts.set(place, tally);
    }
  }

  const counts = new Map<string, Map<string, number>>();

  /** Those with one key of an index, by its sort key. */
  const inIndex = (name: string, value: string) =>
    [...kept.values()]
      .map((request) => ({ request, keys: indexKeys(request) }))
      .filter(({ keys }) => keys[name] === value)
      .map(({ request, keys }) => ({ request, sort: keys[`${name}Sk`] ?? '' }))
      .toSorted((a, b) => (a.sort < b.sort ? -1 : 1));

  for (const request of known) write(request);

  function page<Shown>(
    found: ReturnType<typeof inIndex>,
    { limit, from }: PageAsked,
    show: (request: Request) => Shown,
  ): { readonly shown: readonly Shown[] } & Pick<Page, 'next'> {
    const [first = '', last = ''] = [found[0]?.sort, found.at(-1)?.sort];
    const rest = from ? found.filter(({ sort }) => (first <= last ? sort > from[0] : sort < from[0])) : found;
    const seen = rest.slice(0, limit);
    const end = rest.length > limit ? seen.at(-1) : undefined;
    return {
      shown: seen.map(({ request }) => show(request)),
      ...(end && { next: [end.sort, end.request.id] }),
    };
  }

  const linesOf =
    (index: string, keyFor: (value: string) => string, newestFirst = false) =>
    async (value: string, asked: PageAsked, { since = '', until = '~', latestFirst = newestFirst }: Between = {}) => {
      const found = inIndex(index, keyFor(value)).filter(({ sort }) => sort >= since && sort <= until);
      const { shown: lines, ...rest } = page(latestFirst ? found.toReversed() : found, asked, lineOf);
      return { lines, ...rest };
    };

  const count = (index: string, value: string, { since = '0', until = '~' }: Between, limit: number) =>
    Math.min(limit, inIndex(index, value).filter(({ sort }) => sort >= since && sort <= until).length);

  const tallies = (of: Pick<Request, 'office' | 'service'>): Counted[] =>
    [...counters]
      .filter(([key]) => key.startsWith(`${queueKey(of)} `))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, counter]) => counter);

  const listed = ({ shown: requests, ...rest }: ReturnType<typeof page<Request>>) => ({
    ...rest,
    requests,
    listed: requests.length,
    offsets: requests.map((_, index) => index),
  });

  return {
    find: async (id) => {
      const request = kept.get(id);
      return request && copyOf(request);
    },
    erase: async ({ id, version }) => {
      if (kept.get(id)?.version !== version) return 'changed-meanwhile';
      kept.delete(id);
      return 'erased';
    },
    add: async (request) => {
      if (kept.has(request.id)) return 'exists';
      write(request);
      return 'added';
    },
    replace: async (after, before) => {
      if (kept.get(before.id)?.version !== before.version) return 'changed-meanwhile';
      write(after, before);
      return 'replaced';
    },
    /** Without the ballots, which only a table counts. */
    replaceAndCount: async (after, before) => {
      if (kept.get(before.id)?.version !== before.version) return 'changed-meanwhile';
      write(after, before);
      return 'replaced';
    },
    findAll: async (ids) => ids.flatMap((id) => (kept.has(id) ? [copyOf(kept.get(id)!)] : [])),
    listByApplicant: linesOf('gsiApplicant', keyOf.applicant, true),
    listByFiler: linesOf('gsiFiler', keyOf.filer, true),
    listByPerson: linesOf('gsiPerson', keyOf.person, true),
    listByOffice: linesOf('gsiOffice', keyOf.openWork),
    listByWorker: linesOf('gsiWorker', keyOf.worker),
    listEnded: linesOf('gsiOffice', keyOf.ended),
    listRegister: linesOf('gsiRegister', keyOf.register),
    countDue: async (place, between, limit) => count('gsiOffice', keyOf.openWork(place), between, limit),
    countDueOf: async (account, between, limit) => count('gsiWorker', keyOf.worker(account), between, limit),
    countOpenChange: async () => {},
    countOpen: async (place) => ({ tally: new Map(counts.get(place)), changes: 0 }),
    mendOpen: async () => false,
    openChecked: async () => undefined,
    keepOpenChecked: async () => {},
    listQueue: async (office, service, asked) =>
      listed(page(inIndex('gsiQueue', queueKey({ office, service })), asked, copyOf)),
    listQueueAt: async (of, position, limit) => {
      const found = findPlace(tallies(of), position);
      const lines = inIndex('gsiQueue', queueKey(of)).slice(found ? position - 1 : Infinity);
      return listed(page(lines, { limit }, copyOf));
    },
    tallyQueue: async (of) => tallies(of),
    countInMonth: async (of, before) =>
      inIndex('gsiQueue', queueKey(of)).filter(({ sort }) => segmentOf(sort) === segmentOf(before) && sort < before)
        .length,
    countSegment: async (of, segment) =>
      inIndex('gsiQueue', queueKey(of)).filter(({ sort }) => segmentOf(sort) === segment).length,
    findByNumber: async (number) => {
      const found = [...kept.values()].find((request) => 'number' in request && request.number === number);
      return found && copyOf(found);
    },
  };
}
