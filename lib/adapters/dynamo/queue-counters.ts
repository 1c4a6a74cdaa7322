import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { moveOf, standingOf, type Move } from '../../domain/request/queue/standing.ts';
import type { Tally } from '../../domain/request/queue/tally.ts';
import type { Request } from '../../domain/request/request.ts';
import { queueKey, queueSort, segmentOf } from './request-keys.ts';
import type { Table } from './table.ts';
import type { Parts } from './transact.ts';

/** Beginning of a counter's sort key; no other items of a queue begin so. */
const SEGMENT = 'SEG#';

/** What a change adds to one counter. */
export interface Step {
  readonly queue: string;
  readonly segment: string;
  readonly by: 1 | -1;
  readonly move: Move;
}

const placeOf = (request: Request | undefined) => {
  const standing = request && standingOf(request);
  return standing && { queue: queueKey(request), segment: segmentOf(queueSort(standing)) };
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

/** The item of a counter. */
export const counterKey = (queue: string, segment: string) => ({ pk: queue, sk: `${SEGMENT}${segment}` });

/** The parts of a transaction that carry the steps out. */
export const countParts = (TableName: string, steps: readonly Step[]): Parts =>
  steps.map(({ queue, segment, by, move }) => ({
    Update: {
      TableName,
      Key: counterKey(queue, segment),
      UpdateExpression: 'ADD n :by, #move :one',
      ExpressionAttributeNames: { '#move': move },
      ExpressionAttributeValues: { ':by': by, ':one': 1 },
    },
  }));

const moves = z.int().nonnegative().default(0);
const Counter = z
  .object({
    sk: z.string().regex(/^SEG#\d{2}#\d{4}-\d{2}$/),
    n: z.int(),
    ...{ joined: moves, placed: moves, left: moves, outgrown: moves, moved: moves },
  })
  .transform(({ sk, n, ...gone }): Tally => {
    const [, of = '', month = ''] = sk.split('#');
    return { class: Number(of), month, waiting: n, ...gone };
  });

/** The name of a tally's segment. */
export const segmentFor = ({ class: of, month }: Pick<Tally, 'class' | 'month'>) => `${of}#${month}`;

export const openCounts = ({ client, name: TableName }: Table) => ({
  /** Every counter of a queue, in the order of its children. A few hundred fit into one page of the answer. */
  tallies: async (queue: string): Promise<readonly Tally[]> => {
    const found: Tally[] = [];
    for (let from: Record<string, unknown> | undefined; ;) {
      const { Items, LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :queue AND begins_with(sk, :segments)',
          ExpressionAttributeValues: { ':queue': queue, ':segments': SEGMENT },
          ConsistentRead: true,
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      found.push(...(Items ?? []).map((item) => Counter.parse(item)));
      from = LastEvaluatedKey;
      if (!from) return found;
    }
  },
});
