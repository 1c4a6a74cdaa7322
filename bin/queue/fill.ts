import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { counterKey, tenKey } from '../../lib/adapters/dynamo/queue-counters.ts';
import { packRequest } from '../../lib/adapters/dynamo/request-item.ts';
import { queueKey, queueSort, segmentOf, tenOf } from '../../lib/adapters/dynamo/request-keys.ts';
import { findService, PRESENT } from '../../lib/domain/regulation/cards.ts';
import { GENERAL, standingOf } from '../../lib/domain/request/queue/standing.ts';
import { Request, type RequestIn } from '../../lib/domain/request/request.ts';

export const queue = { office: 'bench', service: 'south-kazakhstan-preschool-queue' };
const regulationVersion = findService(queue.service, PRESENT)?.version ?? '';

const START = Date.parse('2021-09-01T04:00:00Z');
/** Children come over so many days, and every tenth of them on the first. */
export const FIVE_YEARS = 5 * 365;
const DAY = 86_400_000;
const CLASSES = [10, 20, GENERAL];
/** Characters that make an item as long as that of a child who has been offered a place: 6.5 KB. */
const PADDING = 4500;
/** What one BatchWriteItem takes. */
const BATCH = 25;

/** When one of `count` children was submitted. */
const submittedAt = (index: number, count: number, days: number) =>
  new Date(START + (index / count) * DAY * (index % 10 === 0 ? 0.25 : days)).toISOString();

const idAt = (index: number) => `01M8K${String(index).padStart(21, '0')}`;
const classAt = (index: number) => CLASSES[index % CLASSES.length]!;

/** Where one of them stands: what their request would say, without making it. */
export const sortAt = (index: number, count: number, days = FIVE_YEARS): string =>
  queueSort({ class: classAt(index), at: submittedAt(index, count, days), id: idAt(index) });

/** Somebody who waits. */
export function waiting(index: number, count: number, days = FIVE_YEARS, office = queue.office): RequestIn<'queued'> {
  const at = submittedAt(index, count, days);
  const id = idAt(index);
  const by = { account: 'bench', name: 'Bench', position: 'mio-officer' };
  const sha = 'ab'.repeat(32);
  const file = { cmsKey: 'cms', reportKey: 'report', evidenceKey: 'evidence', contentKey: 'content', at };
  const request = Request.parse({
    ...{ state: 'queued', id, version: 9, ...queue, office, regulationVersion, channel: 'portal', paper: false },
    applicant: { account: `bench-${index}`, iin: '000000000000', fullName: 'Bench', language: 'ru' },
    ...{ createdAt: at, form: { address: 'x'.repeat(PADDING) }, attachments: [], events: [], notices: [] },
    submission: { ...file, signerIin: '000000000000', contentSha256: sha, cmsSha256: sha },
    ...{ number: `BENCH-${index}`, receivedAt: at, dueAt: at, statuses: {} },
    decision: { outcome: 'approved', at, by, interim: true, class: classAt(index), fields: {} },
    output: { kind: 'interim', number: 'BENCH', formedAt: at },
    ...{ queue: { since: at, offers: [] }, closedAt: at },
  });
  if (request.state !== 'queued') throw new Error('the example does not wait');
  return request;
}

/** Puts `count` children and their counters into a table that holds none, past the transactions. */
export async function fill(
  client: DynamoDBDocumentClient,
  table: string,
  count: number,
  days = FIVE_YEARS,
  office = queue.office,
) {
  const [months, tens] = [new Map<string, number>(), new Map<string, number>()];
  const addTo = (counters: Map<string, number>, name: string) => counters.set(name, (counters.get(name) ?? 0) + 1);
  const put = (items: readonly object[]) =>
    client.send(new BatchWriteCommand({ RequestItems: { [table]: items.map((Item) => ({ PutRequest: { Item } })) } }));
  for (let from = 0; from < count; from += BATCH) {
    const some = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) =>
      waiting(from + i, count, days, office),
    );
    for (const sort of some.map(sortOf)) {
      addTo(months, segmentOf(sort));
      addTo(tens, tenOf(sort));
    }
    await put(some.map(packRequest));
  }
  const key = queueKey({ ...queue, office });
  const counters = [
    ...[...months].map(([month, n]) => ({ ...counterKey(key, month), n, inTens: n, joined: n, changes: n })),
    ...[...tens].map(([ten, n]) => ({ ...tenKey(key, ten), n })),
  ];
  for (let from = 0; from < counters.length; from += BATCH) await put(counters.slice(from, from + BATCH));
}

/** Where somebody who waits stands. */
export function sortOf(request: Request): string {
  const standing = standingOf(request);
  if (!standing) throw new Error('they do not wait');
  return queueSort(standing);
}
