import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { openCounts, segmentFor } from '../../../../lib/adapters/dynamo/queue-counters.ts';
import { readRequest } from '../../../../lib/adapters/dynamo/request-item.ts';
import { queueKey, queueSort, segmentOf, tenOf } from '../../../../lib/adapters/dynamo/request-keys.ts';
import type { RequestTable } from '../../../../lib/adapters/dynamo/requests.ts';
import type { Table } from '../../../../lib/adapters/dynamo/table.ts';
import { standingOf } from '../../../../lib/domain/request/queue/standing.ts';
import type { Request, RequestIn } from '../../../../lib/domain/request/request.ts';
import { accepted, after } from '../../domain/request/example.ts';
import { queued } from '../../domain/request/queue-example.ts';

export const queue = { office: 'shymkent', service: 'south-kazakhstan-unemployed-certificate' };
const [waits, works] = [queued() as RequestIn<'queued'>, accepted() as RequestIn<'in-progress'>];
const DAY = 24 * 60;

/** Somebody of the queue: submitted as many days after the start of the example as their index says. */
const person = (index: number) => ({
  id: `01KAH7M000000000000${String(index).padStart(7, '0')}`,
  version: 0,
  submission: { ...waits.submission, at: after(index * DAY).toISOString() },
});

/** They wait, in a class. */
export const waiting = (index: number, of?: number): RequestIn<'queued'> => ({
  ...waits,
  ...person(index),
  decision: { ...waits.decision, ...(of !== undefined && { class: of }) },
});
/** Somebody who waits, and came four minutes after the one before them: many come in one month. */
export const waitingClose = (index: number, of?: number): RequestIn<'queued'> => {
  const one = waiting(index, of);
  return { ...one, submission: { ...one.submission, at: after(index * 4).toISOString() } };
};
/** They do not wait: their request is being worked on. */
export const working = (index: number): Request => ({ ...works, ...person(index) });

/** What the items say, by a scan of the whole table: the sort key of everybody who waits, in order. */
export async function listOf({ client, name: TableName }: Table): Promise<readonly string[]> {
  const sorts: string[] = [];
  for (let from: Record<string, unknown> | undefined; ;) {
    const scan = new ScanCommand({ TableName, ConsistentRead: true, ...(from && { ExclusiveStartKey: from }) });
    const { Items = [], LastEvaluatedKey } = await client.send(scan);
    for (const item of Items.filter(({ sk }) => sk === 'REQUEST')) {
      const standing = standingOf(readRequest(item));
      if (item['gsiQueueSk'] !== (standing && queueSort(standing))) throw new Error('an item stands elsewhere');
      if (standing) sorts.push(queueSort(standing));
    }
    from = LastEvaluatedKey;
    if (!from) return sorts.sort();
  }
}

/** How many the items, the keys of the index and the counters have in each segment, without empty segments. */
export async function countsOf(table: Table, requests: RequestTable) {
  const sorts = await listOf(table);
  const items = new Map<string, number>();
  for (const segment of sorts.map(segmentOf)) items.set(segment, (items.get(segment) ?? 0) + 1);
  const tallies = await requests.tallyQueue(queue);
  const counters = tallies
    .filter(({ waiting: n }) => n !== 0)
    .map((tally) => [segmentFor(tally), tally.waiting] as const);
  return { items: [...items], counters };
}

/** The same of each ten minutes. */
export async function tensOf(table: Table, requests: RequestTable) {
  const items = new Map<string, number>();
  for (const ten of (await listOf(table)).map(tenOf)) items.set(ten, (items.get(ten) ?? 0) + 1);
  const counters = [];
  for (const tally of await requests.tallyQueue(queue))
    counters.push(...(await openCounts(table).tensOf(queueKey(queue), segmentFor(tally))));
  return { items: [...items], counters: counters.filter(([, n]) => n !== 0) };
}
