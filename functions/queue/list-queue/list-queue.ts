import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import { encodeQueueEnd } from '../../../lib/adapters/http/paging.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import { sum } from '../../../lib/domain/request/queue/tally.ts';
import { viewQueueLine } from '../../../lib/adapters/http/views/queue-view.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<RequestTable, 'listQueue' | 'listQueueAt' | 'tallyQueue'>;
  /** Services that have a queue at an office. */
  readonly queuesAt: (office: string) => readonly string[];
  readonly findService: FindService;
  readonly now: Date;
}

export async function listQueue(
  { query }: Asked<typeof contract>,
  { office }: Caller,
  { requests, queuesAt, findService, now }: Needs,
): Promise<Answered | Refusal> {
  if (!office) return refuse('access/denied');
  const known = queuesAt(office);
  const service = query.service ?? (known.length === 1 ? known[0] : undefined);
  if (service === undefined) return { body: { queue: [] } };
  if (!known.includes(service)) return refuse('service/unknown');
  const [sort, id, before = (query.at ?? 1) - 1, asOf = now.toISOString()] = query.from ?? [];
  const { limit } = query;
  const [page, tallies] = await Promise.all([
    query.at !== undefined && sort === undefined
      ? requests.listQueueAt({ office, service }, query.at, limit)
      : requests.listQueue(office, service, {
          limit,
          ...(sort !== undefined && id !== undefined && { from: [sort, id] as const }),
        }),
    requests.tallyQueue({ office, service }),
  ]);
  const queue = page.requests.flatMap((request, index) => {
    const child = findService(service, request.regulationVersion)?.queue?.child;
    const line = viewQueueLine(request, now, before + (page.offsets[index] ?? 0) + 1, child);
    return line ? [line] : [];
  });
  const next = page.next && encodeQueueEnd([...page.next, before + page.listed, asOf]);
  return { body: { service, queue, of: sum(tallies), asOf, ...(next && { next }) } };
}
