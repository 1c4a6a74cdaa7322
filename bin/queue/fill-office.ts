import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { packRequest } from '../../lib/adapters/dynamo/request-item.ts';
import { lineOf } from '../../lib/domain/request/line.ts';
import type { Request } from '../../lib/domain/request/request.ts';
import { tallyOf } from '../../lib/domain/request/work/open-counts.ts';
import { queue, waiting } from './fill.ts';

export const office = queue.office;
const HOUR = 3_600_000;
const START = Date.parse('2026-11-01T04:00:00Z');
const BATCH = 25;
const tasks = ['accept', 'check', 'decide', 'sign'] as const;
const workers = 12;

/** One of many requests of the office: with open work, every third of it claimed, or finished. */
function requestAt(index: number, isOpen: boolean): Request {
  const { queue: _queue, closedAt: _closedAt, ...base } = waiting(index, 1_000_000);
  const at = new Date(START + index * 1000).toISOString();
  const worker = `officer-${index % workers}`;
  const claimedBy = index % 3 === 0 ? { account: worker, name: worker, at } : undefined;
  const work = {
    row: '05',
    task: tasks[index % tasks.length]!,
    by: 'mio' as const,
    openedAt: at,
    token: 'x'.repeat(300),
  };
  const dueAt = new Date(Date.parse(at) + (index % 400) * HOUR).toISOString();
  const common = { ...base, number: `SK-PQ-2026-${String(index).padStart(6, '0')}`, receivedAt: at, dueAt };
  return isOpen
    ? { ...common, state: 'in-progress', work: { ...work, dueAt, alarms: 0, ...(claimedBy && { claimedBy }) } }
    : { ...common, state: 'issued', closedAt: dueAt };
}

/** Puts open and finished requests and the counts of the open into a table that holds none. */
export async function fillOffice(client: DynamoDBDocumentClient, table: string, open: number, ended: number) {
  const put = (items: readonly object[]) =>
    client.send(new BatchWriteCommand({ RequestItems: { [table]: items.map((Item) => ({ PutRequest: { Item } })) } }));
  const all = open + ended;
  const lines = [];
  for (let from = 0; from < all; from += BATCH) {
    const some = Array.from({ length: Math.min(BATCH, all - from) }, (_, i) => requestAt(from + i, from + i < open));
    lines.push(...some.map(lineOf).flatMap((line) => (line.work ? [{ ...line, work: line.work }] : [])));
    await put(some.map(packRequest));
  }
  const counts = [...tallyOf(lines)];
  await put([
    {
      pk: `OPEN#${office}`,
      sk: 'COUNTS',
      changes: 1,
      ...Object.fromEntries(counts.filter(([n]) => !n.startsWith('worker#'))),
    },
    ...counts.filter(([n]) => n.startsWith('worker#')).map(([n, of]) => ({ pk: `OPEN#${office}`, sk: n, [n]: of })),
  ]);
}
