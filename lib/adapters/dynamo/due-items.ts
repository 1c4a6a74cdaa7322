import { QueryCommand, UpdateCommand, type QueryCommandOutput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { dueKinds, type DueKind } from '../../domain/request/due.ts';
import { logFailure } from '../log.ts';
import { ifHeld } from './condition.ts';
import { attemptsOf, momentOf, SHARDS, sweepAt, sweepQueue } from './sweep-keys.ts';
import type { Table } from './table.ts';

/** A row of the index `byDue`. It holds keys only, so a broken item cannot spoil the page that lists it. */
const Row = z.object({ pk: z.string(), sk: z.string(), gsiSweep: z.string(), gsiSweepAt: z.string() });

export interface DueItem {
  readonly pk: string;
  readonly sk: string;
  readonly queue: string;
  readonly at: string;
  readonly attempts: number;
}

/** The items of one kind in one shard; lanes do not wait for one another. */
export interface Lane {
  readonly kind: DueKind;
  readonly queue: string;
}

/** Items written before there were kinds are in one lane for each type of item; their next write moves them. */
const older: readonly Lane[] = [
  { kind: 'restart', queue: 'REQUEST' },
  { kind: 'account', queue: 'ACCOUNT' },
];

export const lanes: readonly Lane[] = [
  ...dueKinds.flatMap((kind) => Array.from({ length: SHARDS }, (_, n) => ({ kind, queue: sweepQueue(kind, n) }))),
  ...older,
];

const PAGE = 100;
const MINUTE = 60_000;
/** The longest time between two attempts, in minutes. */
const LONGEST_WAIT = 6 * 60;

/** Minutes until an item is tried again; doubled each time. */
const waitAfter = (attempts: number) => Math.min(LONGEST_WAIT, 2 ** attempts) * MINUTE;

/** Whole minutes for which an item has been due; each attempt postponed its time. */
export const waitedMinutes = ({ at, attempts }: Pick<DueItem, 'at' | 'attempts'>, now: Date): number => {
  const putOff = Array.from({ length: attempts }, (_, before) => waitAfter(before)).reduce(
    (sum, each) => sum + each,
    0,
  );
  return Math.max(0, Math.floor((now.getTime() - momentOf(at) + putOff) / MINUTE));
};

/** Everything that is due in the table, of any type. */
export const openDueItems = ({ client, name: TableName }: Table) => ({
  /** All keys that are due in a lane by `now`, the oldest first. */
  async *list({ queue }: Lane, now: Date): AsyncGenerator<DueItem> {
    for (let from: Record<string, unknown> | undefined; ;) {
      const page: QueryCommandOutput = await client.send(
        new QueryCommand({
          TableName,
          IndexName: 'byDue',
          KeyConditionExpression: 'gsiSweep = :queue AND gsiSweepAt <= :now',
          // The largest sort key of this moment.
          ExpressionAttributeValues: { ':queue': queue, ':now': sweepAt(now, 9) },
          Limit: PAGE,
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      for (const item of page.Items ?? []) {
        const { pk, sk, gsiSweep, gsiSweepAt: at } = Row.parse(item);
        yield { pk, sk, queue: gsiSweep, at, attempts: attemptsOf(at) };
      }
      from = page.LastEvaluatedKey;
      if (!from) return;
    }
  },

  /**
   * Postpones the item before work on it begins. So only one of two runs gets it, and an item that fails, or crashes the
   * run, comes back at longer and longer intervals. Changes only the sort key, not its length, so it succeeds even on an
   * item that cannot be read or written otherwise. `stuck`: even this write failed.
   */
  async putOff({ pk, sk, queue, at, attempts }: DueItem, now: Date): Promise<'put off' | 'taken' | 'stuck'> {
    const later = new Date(now.getTime() + waitAfter(attempts));
    const update = new UpdateCommand({
      TableName,
      Key: { pk, sk },
      ConditionExpression: 'gsiSweep = :queue AND gsiSweepAt = :at',
      UpdateExpression: 'SET gsiSweepAt = :later',
      ExpressionAttributeValues: { ':queue': queue, ':at': at, ':later': sweepAt(later, attempts + 1) },
    });
    try {
      return (await ifHeld(client.send(update))) ? 'put off' : 'taken';
    } catch (error) {
      logFailure(pk, error);
      return 'stuck';
    }
  },
});
export type DueItems = ReturnType<typeof openDueItems>;
