import { DeleteCommand, PutCommand, QueryCommand, type QueryCommandOutput } from '@aws-sdk/lib-dynamodb';
import { Entry, sortOf } from '../../domain/journal/entry.ts';
import { ifHeld } from './condition.ts';
import type { Table } from './table.ts';

/** What entries can be found by besides their day; each is an index of the journal's table. */
export const journalIndexes = {
  account: 'byAccount',
  request: 'byRequest',
  place: 'byPlace',
  unusual: 'byUnusual',
} as const;
export type JournalKey = keyof typeof journalIndexes;

export interface JournalAsked {
  /** Absent: whatever happened on the days between. */
  readonly by?: { readonly key: JournalKey; readonly value: string } | undefined;
  /** Sort keys; an entry is found if it sorts after `from` and not after `until`. */
  readonly from: string;
  readonly until: string;
  readonly limit: number;
  /** Newest first; else in order. */
  readonly newest?: boolean;
}

const DAY = 86_400_000;
const dayOf = (sort: string) => sort.slice(0, 'YYYY-MM-DD'.length);

/** Every day of the range, in order. */
export function daysBetween(from: string, until: string): string[] {
  const last = dayOf(until);
  const days: string[] = [];
  for (let day = dayOf(from); day <= last; day = dayOf(new Date(Date.parse(day) + DAY).toISOString())) days.push(day);
  return days;
}

/**
 * The access journal: a table of its own, of which functions that answer people may write entries and nothing else. Each entry is
 * one put under a new key.
 */
export const openJournal = ({ client, name: TableName }: Table) => {
  async function query(
    index: { readonly name?: string; readonly key: string; readonly value: string },
    { from, until, limit, newest = false }: JournalAsked,
  ): Promise<Entry[]> {
    const found: Entry[] = [];
    for (let after: Record<string, unknown> | undefined; ;) {
      const page: QueryCommandOutput = await client.send(
        new QueryCommand({
          TableName,
          ...(index.name !== undefined && { IndexName: index.name }),
          KeyConditionExpression: '#key = :value AND #sort BETWEEN :from AND :until',
          ExpressionAttributeNames: { '#key': index.key, '#sort': 'sk' },
          // BETWEEN includes its lower bound; no sort key follows another one and is this much longer.
          ExpressionAttributeValues: { ':value': index.value, ':from': `${from}\u0000`, ':until': until },
          ConsistentRead: index.name === undefined,
          ScanIndexForward: !newest,
          Limit: limit - found.length,
          ...(after && { ExclusiveStartKey: after }),
        }),
      );
      found.push(...(page.Items ?? []).map((item) => Entry.parse(item['entry'])));
      after = page.LastEvaluatedKey;
      if (!after || found.length >= limit) return found;
    }
  }

  return {
    /** The SDK repeats a put whose answer was lost: the key is there then, and the entry is its own. */
    async write(entry: Entry): Promise<void> {
      const { account, request, place } = entry;
      // Acts out of the ordinary are listed by the place whose head answers for them.
      const unusual = entry.unusual && entry.outcome === 'done' ? place : undefined;
      const Item = { pk: dayOf(entry.at), sk: sortOf(entry), entry, account, request, place, unusual };
      await ifHeld(client.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' })));
    },

    /** Of an entry that has been kept for its term. */
    async erase(entry: Entry): Promise<void> {
      await client.send(new DeleteCommand({ TableName, Key: { pk: dayOf(entry.at), sk: sortOf(entry) } }));
    },

    async list(asked: JournalAsked): Promise<Entry[]> {
      if (asked.by) {
        const { key, value } = asked.by;
        return query({ name: journalIndexes[key], key, value }, asked);
      }
      const days = daysBetween(asked.from, asked.until);
      const found: Entry[] = [];
      for (const day of asked.newest ? days.toReversed() : days) {
        if (found.length >= asked.limit) break;
        const limit = asked.limit - found.length;
        found.push(...(await query({ key: 'pk', value: day }, { ...asked, limit })));
      }
      return found;
    },
  };
};
export type Journal = ReturnType<typeof openJournal>;
