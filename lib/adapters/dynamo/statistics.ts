import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Counts } from '../../domain/statistics/counts.ts';
import type { Month } from '../../domain/statistics/month.ts';
import { logFailure } from '../log.ts';
import type { Table } from './table.ts';

/** Of what the counts are. */
export interface Cell {
  readonly month: Month;
  readonly office: string;
  readonly service: string;
  readonly channel: string;
}
export interface Counted extends Cell {
  readonly counts: Counts;
}

const sortOf = ({ month, service, channel }: Omit<Cell, 'office'>) => `${month}#${service}#${channel}`;
const keyOf = (cell: Cell) => ({ pk: `STATISTICS#${cell.office}`, sk: sortOf(cell) });

/** The two rounds of the job that counts: the months that still change, and those before. */
export type Round = 'recent' | 'older';
/** How far a round is: its hour or day, the next piece of it, and when one was last finished. */
const Progress = z.object({ of: z.string(), next: z.int().nonnegative(), finishedAt: z.string().optional() });
export type Progress = z.infer<typeof Progress>;
const progressKey = (round: Round) => ({ pk: 'STATISTICS', sk: round });

/** Statistics of ended requests: one item for each office, month, service and channel. */
export const openStatistics = ({ client, name: TableName }: Table) => ({
  /** Of an office, of these months, both included, in their order. What cannot be read is logged and left out. */
  async list(office: string, since: Month, until: Month): Promise<readonly Counted[]> {
    const found: Counted[] = [];
    for (let start: Record<string, unknown> | undefined; ;) {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :office AND sk BETWEEN :since AND :until',
          // `~` follows every letter and digit, so the last month is whole.
          ExpressionAttributeValues: { ':office': `STATISTICS#${office}`, ':since': since, ':until': `${until}#~` },
          ...(start && { ExclusiveStartKey: start }),
        }),
      );
      found.push(...Items.flatMap((item) => readItem(item, office)));
      start = LastEvaluatedKey;
      if (!start) return found;
    }
  },

  async put({ counts, ...cell }: Counted): Promise<void> {
    await client.send(new PutCommand({ TableName, Item: { ...keyOf(cell), counts } }));
  },

  async remove(cell: Cell): Promise<void> {
    await client.send(new DeleteCommand({ TableName, Key: keyOf(cell) }));
  },

  async progress(round: Round): Promise<Progress | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName, Key: progressKey(round) }));
    return Item && Progress.parse(Item);
  },

  async keepProgress(round: Round, progress: Progress): Promise<void> {
    await client.send(new PutCommand({ TableName, Item: { ...progressKey(round), ...progress } }));
  },
});
export type Statistics = ReturnType<typeof openStatistics>;

function readItem({ sk, counts }: Record<string, unknown>, office: string): Counted[] {
  const [month = '', service = '', channel = ''] = String(sk).split('#');
  const read = Counts.safeParse(counts);
  if (read.success) return [{ month, office, service, channel, counts: read.data }];
  logFailure(`statistics of ${office} ${String(sk)}`, read.error);
  return [];
}
