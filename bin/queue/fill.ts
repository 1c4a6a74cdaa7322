import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { counterKey, segmentFor } from '../../lib/adapters/dynamo/queue-counters.ts';
import { packRequest } from '../../lib/adapters/dynamo/request-item.ts';
import { queueKey, queueSort, segmentOf } from '../../lib/adapters/dynamo/request-keys.ts';
import { GENERAL } from '../../lib/domain/request/queue/standing.ts';
import { Request } from '../../lib/domain/request/request.ts';

export const queue = { office: 'bench', service: 'south-kazakhstan-preschool-queue' };

const START = Date.parse('2021-09-01T04:00:00Z');
/** Milliseconds: children come over five years, and every tenth of them on the first day. */
const YEARS = 5 * 365 * 86_400_000;
const DAY = 86_400_000;
const CLASSES = [10, 20, GENERAL];
/** Characters that make an item as long as that of a child who has been offered a place: 6.5 KB. */
const PADDING = 4500;
/** What one BatchWriteItem takes. */
const BATCH = 25;

/** When one of `count` children was submitted. */
const submittedAt = (index: number, count: number) =>
  new Date(START + (index % 10 === 0 ? (index / count) * (DAY / 4) : (index / count) * YEARS)).toISOString();

/** Somebody who waits. */
export function waiting(index: number, count: number): Extract<Request, { state: 'queued' }> {
  const at = submittedAt(index, count);
  const id = `01M8K${String(index).padStart(21, '0')}`;
  const by = { account: 'bench', name: 'Bench', position: 'mio-officer' };
  const sha = 'ab'.repeat(32);
  const file = { cmsKey: 'cms', reportKey: 'report', evidenceKey: 'evidence', contentKey: 'content', at };
  const request = Request.parse({
    ...{ state: 'queued', id, version: 9, ...queue, regulationVersion: '0', channel: 'portal', paper: false },
    applicant: { account: `bench-${index}`, iin: '000000000000', fullName: 'Bench', language: 'ru' },
    ...{ createdAt: at, form: { address: 'x'.repeat(PADDING) }, attachments: [], events: [], notices: [] },
    submission: { ...file, signerIin: '000000000000', contentSha256: sha, cmsSha256: sha },
    ...{ number: `BENCH-${index}`, receivedAt: at, dueAt: at, statuses: {} },
    decision: { outcome: 'approved', at, by, interim: true, class: CLASSES[index % 3], fields: {} },
    output: { kind: 'interim', number: 'BENCH', formedAt: at },
    ...{ queue: { since: at, offers: [] }, closedAt: at },
  });
  if (request.state !== 'queued') throw new Error('the example does not wait');
  return request;
}

/** Puts `count` children and their counters into a table that holds none, past the transactions. */
export async function fill(client: DynamoDBDocumentClient, table: string, count: number) {
  const counters = new Map<string, number>();
  const put = (items: readonly object[]) =>
    client.send(new BatchWriteCommand({ RequestItems: { [table]: items.map((Item) => ({ PutRequest: { Item } })) } }));
  for (let from = 0; from < count; from += BATCH) {
    const some = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => waiting(from + i, count));
    await put(
      some.map((request) => {
        const { decision, submission, id } = request;
        const of = 'class' in decision ? (decision.class ?? GENERAL) : GENERAL;
        const sort = queueSort({ class: of, at: submission.at, id });
        counters.set(segmentOf(sort), (counters.get(segmentOf(sort)) ?? 0) + 1);
        return packRequest(request);
      }),
    );
  }
  for (const [segment, n] of counters) {
    const [of, month = ''] = segment.split('#');
    await put([{ ...counterKey(queueKey(queue), segmentFor({ class: Number(of), month })), n, joined: n }]);
  }
}
