import { indexKeys, queueKey } from '../../../../lib/adapters/dynamo/request-keys.ts';
import type { Page, PageAsked, RequestTable } from '../../../../lib/adapters/dynamo/requests.ts';
import { Request } from '../../../../lib/domain/request/request.ts';

/** What a table would return: another object than was stored, checked by the schema. */
const copyOf = (request: Request) => Request.parse(JSON.parse(JSON.stringify(request)));

/** Requests in memory. A test compares them with DynamoDB's. */
export function memoryRequests(...known: readonly Request[]): RequestTable {
  const kept = new Map(known.map((request) => [request.id, copyOf(request)]));

  /** Those with one key of an index, by its sort key. */
  const inIndex = (name: 'gsiApplicant' | 'gsiOffice', value: string) =>
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
      kept.set(request.id, copyOf(request));
      return 'added';
    },
    replace: async (request) => {
      if (kept.get(request.id)?.version !== request.version - 1) return 'changed-meanwhile';
      kept.set(request.id, copyOf(request));
      return 'replaced';
    },
    listByApplicant: async (account, asked) =>
      page(inIndex('gsiApplicant', `APPLICANT#${account}`).toReversed(), asked),
    listByOffice: async (office, asked) => page(inIndex('gsiOffice', `OFFICE#${office}`), asked),
    listQueue: async (office, service, asked) => page(inIndex('gsiOffice', queueKey(office, service)), asked),
    countAhead: async (office, service, before) =>
      inIndex('gsiOffice', queueKey(office, service)).filter(({ sort }) => sort < before).length,
    findByNumber: async (number) => {
      const found = [...kept.values()].find((request) => 'number' in request && request.number === number);
      return found && copyOf(found);
    },
  };
}
