import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { ifHeld } from './condition.ts';
import { counterKey } from './queue-counters.ts';
import { byQueue, type QueueOf } from './queue-index.ts';
import { queueKey, requestOf, segmentOf } from './request-keys.ts';
import type { Table } from './table.ts';

/** A counter that did not say how many keys its segment has. */
const Suspect = z.object({
  queue: z.int().nonnegative(),
  segment: z.string(),
  /** What the counter said, and how many keys there were. */
  n: z.int(),
  counted: z.int().nonnegative(),
  at: z.iso.datetime(),
});
export type Suspect = z.infer<typeof Suspect>;

/** How far the check of a day has come. */
const Progress = z.object({ day: z.string(), next: z.int().nonnegative(), suspects: z.array(Suspect) });
export type Progress = z.infer<typeof Progress>;

const place = { pk: 'QUEUES', sk: 'CHECK' };

/** What the daily check of the queues reads and writes. */
export const openQueueCheck = ({ client, name: TableName }: Table) => ({
  async progress(): Promise<Progress | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName, Key: place, ConsistentRead: true }));
    return Item && Progress.parse(Item['progress']);
  },

  keep: (progress: Progress) => client.send(new PutCommand({ TableName, Item: { ...place, progress } })),

  /** How many keys each segment of a queue has. */
  async countKeys(of: QueueOf): Promise<ReadonlyMap<string, number>> {
    const found = new Map<string, number>();
    for (let from: Record<string, unknown> | undefined; ;) {
      const { Items, LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          IndexName: byQueue.name,
          KeyConditionExpression: 'gsiQueue = :queue',
          ExpressionAttributeValues: { ':queue': queueKey(of) },
          ProjectionExpression: byQueue.sort,
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      for (const item of Items ?? []) {
        const segment = segmentOf(String(item[byQueue.sort]));
        found.set(segment, (found.get(segment) ?? 0) + 1);
      }
      from = LastEvaluatedKey;
      if (!from) return found;
    }
  },

  /** Sets a counter that still says what it said; false if it has changed. */
  mend: async (of: QueueOf, { segment, n, counted }: Suspect): Promise<boolean> =>
    (await ifHeld(
      client.send(
        new UpdateCommand({
          TableName,
          Key: counterKey(queueKey(of), segment),
          UpdateExpression: 'SET n = :counted',
          ConditionExpression: n === 0 ? 'attribute_not_exists(n) OR n = :seen' : 'n = :seen',
          ExpressionAttributeValues: { ':counted': counted, ':seen': n },
        }),
      ),
    )) !== undefined,

  /** Requests that earlier releases listed with an office's work: their next change moves them into the queue's own index. */
  async listFormer(of: QueueOf, limit: number): Promise<readonly string[]> {
    const { Items } = await client.send(
      new QueryCommand({
        TableName,
        IndexName: 'officeLines',
        KeyConditionExpression: 'gsiOffice = :queue',
        ExpressionAttributeValues: { ':queue': queueKey(of) },
        ProjectionExpression: 'pk',
        Limit: limit,
      }),
    );
    return (Items ?? []).map(({ pk }) => requestOf(pk));
  },
});

export type QueueCheck = ReturnType<typeof openQueueCheck>;
