import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { ifHeld } from './condition.ts';
import { counterKey, openCounts, tenKey, type Counted } from './queue-counters.ts';
import { byQueue, type QueueOf } from './queue-index.ts';
import { queueKey, requestOf, tenOf } from './request-keys.ts';
import type { Table } from './table.ts';
import { writeTogether } from './transact.ts';

/** A counter that did not say how many keys its segment has, or a segment whose counters of ten minutes did not. */
const Suspect = z.object({
  queue: z.int().nonnegative(),
  segment: z.string(),
  tens: z.literal(true).optional(),
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
/** What one transaction takes. */
const TOGETHER = 100;
/** How many a month never has in its ten minutes, however many come meanwhile: while it says so, nobody asks them. */
const NEVER = -1_000_000_000;

/** What the daily check of the queues reads and writes. */
export const openQueueCheck = ({ client, name: TableName }: Table) => ({
  async progress(): Promise<Progress | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName, Key: place, ConsistentRead: true }));
    return Item && Progress.parse(Item['progress']);
  },

  keep: (progress: Progress) => client.send(new PutCommand({ TableName, Item: { ...place, progress } })),

  tensOf: openCounts({ client, name: TableName }).tensOf,

  /** How many keys each ten minutes of a queue have. */
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
        const ten = tenOf(String(item[byQueue.sort]));
        found.set(ten, (found.get(ten) ?? 0) + 1);
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

  /**
   * Writes the counters of ten minutes of a month anew. They are not asked until all are written; whoever comes or goes meanwhile leaves
   * it so, until the check of another day.
   *
   * @param right what they have to say, also those that have to say 0
   */
  async recount(
    of: QueueOf,
    segment: string,
    right: ReadonlyMap<string, number>,
    { changes }: Counted,
  ): Promise<boolean> {
    const queue = queueKey(of);
    const setInTens = async (value: ':never' | 'n') =>
      (await ifHeld(
        client.send(
          new UpdateCommand({
            TableName,
            Key: counterKey(queue, segment),
            UpdateExpression: `SET inTens = ${value}`,
            ConditionExpression:
              changes === 0 ? 'attribute_exists(n) AND attribute_not_exists(changes)' : 'changes = :seen',
            ...((changes > 0 || value !== 'n') && {
              ExpressionAttributeValues: {
                ...(changes > 0 && { ':seen': changes }),
                ...(value !== 'n' && { ':never': NEVER }),
              },
            }),
          }),
        ),
      )) !== undefined;
    if (!(await setInTens(':never'))) return false;
    const puts = [...right].map(([ten, n]) => ({ Put: { TableName, Item: { ...tenKey(queue, ten), n } } }));
    for (let from = 0; from < puts.length; from += TOGETHER)
      await writeTogether({ client }, puts.slice(from, from + TOGETHER));
    return setInTens('n');
  },

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
