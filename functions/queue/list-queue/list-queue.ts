import { queueSort } from '../../../lib/adapters/dynamo/request-keys.ts';
import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import { encodePlace } from '../../../lib/adapters/http/paging.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { RequestIn } from '../../../lib/domain/request/request.ts';
import { viewQueueLine } from '../../../lib/adapters/http/views/queue-view.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<RequestTable, 'listQueue' | 'countAhead'>;
  /** Services that have a queue at an office. */
  readonly queuesAt: (office: string) => readonly string[];
  readonly now: Date;
}

export async function listQueue(
  { query }: Asked<typeof contract>,
  { office }: Caller,
  { requests, queuesAt, now }: Needs,
): Promise<Answered | Refusal> {
  if (!office) return refuse('access/denied');
  const known = queuesAt(office);
  const service = query.service ?? (known.length === 1 ? known[0] : undefined);
  if (service === undefined) return { body: { queue: [] } };
  if (!known.includes(service)) return refuse('service/unknown');
  const page = await requests.listQueue(office, service, query);
  const waiting = page.requests.filter((request): request is RequestIn<'queued'> => request.state === 'queued');
  const [first] = waiting;
  const ahead = first && query.from ? await requests.countAhead(office, service, queueSort(first)) : 0;
  const queue = waiting.map((request, index) => viewQueueLine(request, now, ahead + index + 1));
  const next = encodePlace('queue', page.next);
  return { body: { service, queue, ...(next && { next }) } };
}
