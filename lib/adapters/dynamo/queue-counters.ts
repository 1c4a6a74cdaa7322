import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { moveOf, standingOf, type Move } from '../../domain/request/queue/standing.ts';
import type { Tally } from '../../domain/request/queue/tally.ts';
import type { Request } from '../../domain/request/request.ts';
import { queueKey, queueSort, segmentOf, tenOf } from './request-keys.ts';
import type { Table } from './table.ts';
import type { Parts } from './transact.ts';

/** Beginnings of a counter's sort key, of a month and of ten minutes; no other items of a queue begin so. */
const [SEGMENT, TEN] = ['SEG#', 'TEN#'];

/** What a change adds to one counter. */
export interface Step {
  readonly queue: string;
  readonly segment: string;
  readonly ten: string;
  readonly by: 1 | -1;
  readonly move: Move;
}

const placeOf = (request: Request | undefined) => {
  const standing = request && standingOf(request);
  const sort = standing && queueSort(standing);
  return sort && { queue: queueKey(request), segment: segmentOf(sort), ten: tenOf(sort) };
};

/**
 * What a change of a request adds to the counters of its queue: nothing for most changes, as they leave it where it
 * stands. A request that an earlier release wrote was not counted, so it joins with its next change.
 */
export function stepsOf(before: Request | undefined, after: Request | undefined): readonly Step[] {
  const from = before && 'uncounted' in before && before.uncounted ? undefined : placeOf(before);
  const to = placeOf(after);
  if (from && to && from.queue === to.queue && from.segment === to.segment) return [];
  return [
    ...(from ? [{ ...from, by: -1 as const, move: moveOf(after) }] : []),
    ...(to ? [{ ...to, by: 1 as const, move: from ? ('moved' as const) : ('joined' as const) }] : []),
  ];
}

/** The items of a month's counter and of one of its ten minutes. */
export const counterKey = (queue: string, segment: string) => ({ pk: queue, sk: `${SEGMENT}${segment}` });
export const tenKey = (queue: string, ten: string) => ({ pk: queue, sk: `${TEN}${ten}` });

/**
 * The parts of a transaction that carry the steps out. A month knows how many of its children stand in counters of ten minutes, too: those whom
 * an earlier release counted do not, and then these counters are not asked.
 */
export const countParts = (TableName: string, steps: readonly Step[]): Parts =>
  steps.flatMap(({ queue, segment, ten, by, move }) => [
    {
      Update: {
        TableName,
        Key: counterKey(queue, segment),
        UpdateExpression: 'ADD n :by, inTens :by, changes :one, #move :one',
        ExpressionAttributeNames: { '#move': move },
        ExpressionAttributeValues: { ':by': by, ':one': 1 },
      },
    },
    {
      Update: {
        TableName,
        Key: tenKey(queue, ten),
        UpdateExpression: 'ADD n :by',
        ExpressionAttributeValues: { ':by': by },
      },
    },
  ]);

/** A month of a queue as its counter has it. */
export interface Counted extends Tally {
  /** Whether counters of ten minutes have all its children. */
  readonly isInTens: boolean;
  /** How often somebody came or went: as long as it is the same, the others are those of the same moment. */
  readonly changes: number;
}

const moves = z.int().nonnegative().default(0);
const Counter = z
  .object({
    sk: z.string().regex(/^SEG#\d{2}#\d{4}-\d{2}$/),
    n: z.int(),
    inTens: z.int().optional(),
    changes: moves,
    ...{ joined: moves, placed: moves, left: moves, outgrown: moves, moved: moves },
  })
  .transform(({ sk, n, inTens, ...gone }): Counted => {
    const [, of = '', month = ''] = sk.split('#');
    return { class: Number(of), month, waiting: n, isInTens: inTens === n, ...gone };
  });

/** The name of a tally's segment. */
export const segmentFor = ({ class: of, month }: Pick<Tally, 'class' | 'month'>) => `${of}#${month}`;

const TenMinutes = z
  .object({ sk: z.string().regex(/^TEN#\d{2}#\d{4}-\d{2}-\d{2}T\d{2}:\d$/), n: z.int() })
  .transform(({ sk, n }) => [sk.slice(TEN.length), n] as const);

export const openCounts = ({ client, name: TableName }: Table) => {
  async function readAll(queue: string, beginning: string): Promise<readonly Record<string, unknown>[]> {
    const found: Record<string, unknown>[] = [];
    for (let from: Record<string, unknown> | undefined; ;) {
      const { Items, LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :queue AND begins_with(sk, :beginning)',
          ExpressionAttributeValues: { ':queue': queue, ':beginning': beginning },
          ConsistentRead: true,
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      found.push(...(Items ?? []));
      from = LastEvaluatedKey;
      if (!from) return found;
    }
  }

  return {
    /** Every counter of a queue, in the order of its children. A few hundred fit into one page of the answer. */
    tallies: async (queue: string): Promise<readonly Counted[]> =>
      (await readAll(queue, SEGMENT)).map((item) => Counter.parse(item)),

    /** How many came in each ten minutes of a month, in their order; at most 4,464 in a month, which fit into one page as well. */
    tensOf: async (queue: string, segment: string): Promise<ReadonlyMap<string, number>> =>
      new Map((await readAll(queue, `${TEN}${segment}`)).map((item) => TenMinutes.parse(item))),
  };
};
