import { QueryCommand, type QueryCommandOutput } from '@aws-sdk/lib-dynamodb';
import { findPlace } from '../../domain/request/queue/tally.ts';
import type { Request } from '../../domain/request/request.ts';
import { openCounts, segmentFor, type Counted } from './queue-counters.ts';
import { queueKey, requestKey, requestOf, segmentOf, tenOf } from './request-keys.ts';
import type { Page, PageAsked, PageEnd } from './page.ts';
import { readItems } from './read-items.ts';
import type { Table } from './table.ts';

/** The index that lists a queue in its order. It holds keys only: what waits is read by itself. */
export const byQueue = { name: 'byQueue', key: 'gsiQueue', sort: 'gsiQueueSk' } as const;

/** Keys that one page of an answer surely holds: of 1 MB, at 184 octets a key. A month with more is counted by its ten minutes. */
export const FEW = 5000;

/** Later than any time of submission. */
const END = '~';
/** A page of a queue. Of the `listed` keys those whose requests have left meanwhile are not in `requests`. */
export interface QueuePage extends Pick<Page, 'next'> {
  readonly requests: readonly Request[];
  readonly listed: number;
  /** For each request, how many keys of this page stand before it. */
  readonly offsets: readonly number[];
}

export type QueueOf = Pick<Request, 'office' | 'service'>;

/** The queues of the table; `read` makes a request of an item. */
export function openQueueIndex(
  { client, name: TableName }: Table,
  read: (item: Record<string, unknown>) => Request,
  few = FEW,
) {
  const { tallies, tensOf } = openCounts({ client, name: TableName });

  const query = (of: QueueOf, more: object, condition = '', values = {}): Promise<QueryCommandOutput> =>
    client.send(
      new QueryCommand({
        TableName,
        IndexName: byQueue.name,
        KeyConditionExpression: `gsiQueue = :queue${condition}`,
        ExpressionAttributeValues: { ':queue': queueKey(of), ...values },
        ...more,
      }),
    );

  /** How many keys lie between two sort keys, both ends included. */
  async function countBetween(of: QueueOf, from: string, to: string): Promise<number> {
    let count = 0;
    for (let start: Record<string, unknown> | undefined; ;) {
      const more = { Select: 'COUNT', ...(start && { ExclusiveStartKey: start }) };
      const answer = await query(of, more, ' AND gsiQueueSk BETWEEN :from AND :to', { ':from': from, ':to': to });
      count += answer.Count ?? 0;
      start = answer.LastEvaluatedKey;
      if (!start) return count;
    }
  }

  async function readAll(ids: readonly string[]): Promise<ReadonlyMap<string, Request>> {
    const items = await readItems({ client, name: TableName }, ids.map(requestKey));
    return new Map(items.map((item) => [requestOf(item['pk']), read(item)]));
  }

  async function pageFrom(of: QueueOf, limit: number, start: object, condition = '', values = {}, skip = 0) {
    const keys: string[] = [];
    let last: Record<string, unknown> | undefined;
    for (let more: object = start; ;) {
      const answer = await query(of, { Limit: skip + limit - keys.length, ...more }, condition, values);
      keys.push(...(answer.Items ?? []).map(({ pk }) => requestOf(pk)));
      last = answer.LastEvaluatedKey;
      if (!last || keys.length >= skip + limit) break;
      more = { ExclusiveStartKey: last };
    }
    const ids = keys.slice(skip);
    const found = await readAll(ids);
    const shown = ids.flatMap((id, offset) => {
      const request = found.get(id);
      return request ? [{ request, offset }] : [];
    });
    return {
      requests: shown.map(({ request }) => request),
      offsets: shown.map(({ offset }) => offset),
      listed: ids.length,
      ...(last && { next: [String(last[byQueue.sort]), requestOf(last['pk'])] as const }),
    } satisfies QueuePage;
  }

  /** From where to read, and past how many, to come to the child behind `skip` others of a month. */
  async function narrow(of: QueueOf, month: Counted, skip: number) {
    const segment = segmentFor(month);
    if (!month.isInTens || skip <= few) return { from: segment, skip };
    let rest = skip;
    for (const [from, n] of await tensOf(queueKey(of), segment)) {
      if (rest < n) return { from, skip: rest };
      rest -= n;
    }
    // Some left meanwhile.
    return { from: `${segment}${END}`, skip: 0 };
  }

  return {
    /** Who waits, in the order of the queue. */
    listQueue(office: string, service: string, { limit, from }: PageAsked): Promise<QueuePage> {
      const of = { office, service };
      return pageFrom(of, limit, from ? { ExclusiveStartKey: startAfter(of, from) } : {});
    },

    /** Who waits from a place on: the first is 1. */
    async listQueueAt(of: QueueOf, position: number, limit: number): Promise<QueuePage> {
      const found = findPlace(await tallies(queueKey(of)), position);
      if (!found) return { requests: [], offsets: [], listed: 0 };
      const { from, skip } = await narrow(of, found.tally, found.skip);
      return pageFrom(of, limit, {}, ' AND gsiQueueSk >= :from', { ':from': from }, skip);
    },

    /** The counters of a queue. */
    tallyQueue: (of: QueueOf) => tallies(queueKey(of)),

    /** How many of the same class and month stand before a sort key; `month` is what its counter says. */
    async countInMonth(of: QueueOf, sort: string, month: Counted | undefined): Promise<number> {
      if (!month?.isInTens || month.waiting <= few) return countBetween(of, segmentOf(sort), justBefore(sort));
      const [tens, inTen] = await Promise.all([
        tensOf(queueKey(of), segmentOf(sort)),
        countBetween(of, tenOf(sort), justBefore(sort)),
      ]);
      return [...tens].reduce((sum, [ten, n]) => (ten < tenOf(sort) ? sum + n : sum), inTen);
    },

    /** How many keys a segment has: what its counter should say. */
    countSegment: (of: QueueOf, segment: string) => countBetween(of, segment, `${segment}${END}`),
  };
}

/** Later than every sort key before this one: all have the same length. */
const justBefore = (sort: string) =>
  sort.slice(0, -1) + String.fromCharCode(sort.charCodeAt(sort.length - 1) - 1) + END;

const startAfter = (of: QueueOf, [sort, id]: PageEnd) => ({
  ...requestKey(id),
  gsiQueue: queueKey(of),
  gsiQueueSk: sort,
});
