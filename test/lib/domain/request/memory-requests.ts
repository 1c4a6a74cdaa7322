import { stepsOf } from '../../../../lib/adapters/dynamo/queue-counters.ts';
import { indexKeys, queueKey, segmentOf } from '../../../../lib/adapters/dynamo/request-keys.ts';
import type { Page, PageAsked } from '../../../../lib/adapters/dynamo/page.ts';
import type { RequestTable } from '../../../../lib/adapters/dynamo/requests.ts';
import { findPlace, type Tally } from '../../../../lib/domain/request/queue/tally.ts';
import { Request } from '../../../../lib/domain/request/request.ts';

/** What a table would return: another object than was stored, checked by the schema. */
const copyOf = (request: Request) => Request.parse(JSON.parse(JSON.stringify(request)));

/** Requests in memory. A test compares them with DynamoDB's. */
export function memoryRequests(...known: readonly Request[]): RequestTable {
  const kept = new Map<string, Request>();
  const counters = new Map<string, Tally>();

  /** Stores a request, and counts it in its queue. */
  function write(after: Request, before?: Request) {
    for (const { queue, segment, by, move } of stepsOf(before, after)) {
      const [of, month = ''] = segment.split('#');
      const none = { class: Number(of), month, waiting: 0, joined: 0, placed: 0, left: 0, outgrown: 0, moved: 0 };
      const counter = counters.get(`${queue} ${segment}`) ?? none;
      const counted = { ...counter, waiting: counter.waiting + by, [move]: counter[move] + 1 };
      counters.set(`${queue} ${segment}`, counted);
    }
    const { uncounted: _, ...counted } = after as Request & { readonly uncounted?: true };
    kept.set(after.id, copyOf(counted));
  }
  for (const request of known) write(request);

  /** Those with one key of an index, by its sort key. */
  const inIndex = (name: 'gsiApplicant' | 'gsiOffice' | 'gsiQueue', value: string) =>
    [...kept.values()]
      .map((request) => ({ request, keys: indexKeys(request) }))
      .filter(({ keys }) => keys[name] === value)
      .map(({ request, keys }) => ({ request, sort: keys[`${name}Sk`] ?? '' }))
      .toSorted((a, b) => (a.sort < b.sort ? -1 : 1));

  function page(lines: ReturnType<typeof inIndex>, { limit, from, submitted }: PageAsked): Page {
    const rest = from ? lines.slice(lines.findIndex(({ request }) => request.id === from[1]) + 1) : lines;
    const seen = rest.slice(0, limit);
    const last = rest.length > limit ? seen.at(-1) : undefined;
    return {
      requests: seen.map(({ request }) => copyOf(request)).filter((each) => !submitted || 'submission' in each),
      ...(last && { next: [last.sort, last.request.id] }),
    };
  }

  const tallies = (of: Pick<Request, 'office' | 'service'>): Tally[] =>
    [...counters]
      .filter(([key]) => key.startsWith(`${queueKey(of)} `))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, counter]) => counter);

  const listed = (found: Page) => ({
    ...found,
    listed: found.requests.length,
    offsets: found.requests.map((_, index) => index),
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
    listByApplicant: async (account, asked) =>
      page(inIndex('gsiApplicant', `APPLICANT#${account}`).toReversed(), asked),
    listByOffice: async (office, asked) => page(inIndex('gsiOffice', `OFFICE#${office}`), asked),
    listQueue: async (office, service, asked) =>
      listed(page(inIndex('gsiQueue', queueKey({ office, service })), asked)),
    listQueueAt: async (of, position, limit) => {
      const found = findPlace(tallies(of), position);
      const lines = inIndex('gsiQueue', queueKey(of)).slice(found ? position - 1 : Infinity);
      return listed(page(lines, { limit }));
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
