import { logLines } from '../../../lib/adapters/log-lines.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { checkQueues } from '../../../../functions/schedule/sweep/check-queues.ts';
import { openQueueCheck } from '../../../../lib/adapters/dynamo/queue-check.ts';
import { openRequests, type RequestTable } from '../../../../lib/adapters/dynamo/requests.ts';
import { after } from '../../../lib/domain/request/example.ts';
import { countsOf, queue, tensOf, waiting, waitingClose, working } from '../../../lib/adapters/dynamo/queue-people.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
let requests: RequestTable;
beforeEach(async () => {
  table = await openMemoryTable();
  requests = openRequests(table);
});
afterEach(() => table.close());

const check = (minutes: number, more = {}) =>
  checkQueues({
    ...{ requests, queueCheck: openQueueCheck(table), queues: [queue], timeLeft: () => 50_000 },
    ...{ now: after(minutes), ...more },
  });
const spoil = (segment: string, by: number, kind = 'SEG', name = 'n') =>
  table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: { pk: `QUEUE#${queue.office}#${queue.service}`, sk: `${kind}#${segment}` },
      UpdateExpression: `ADD ${name} :by`,
      ExpressionAttributeValues: { ':by': by },
    }),
  );
const counters = async () => Object.fromEntries((await countsOf(table, requests)).counters);
const DAY = 24 * 60;

/** How often a run says that a counter was wrong, and of which queue. */
const alarmsOf = async (work: () => Promise<unknown>) => {
  const alarms = (await logLines(work)).filter(({ message }) => message === 'queue-miscounted');
  const { office, service: regulation } = queue;
  for (const alarm of alarms) expect(alarm).toMatchObject({ office, regulation });
  return alarms.length;
};

it('finds a wrong counter and one that is missing, sets both right a minute later, and says so', async () => {
  for (let i = 0; i < 20; i += 1) await requests.add(waiting(i));
  const right = await counters();
  await spoil('50#2026-11', 3);
  await spoil('50#2026-12', -(right['50#2026-12'] ?? 0));
  expect(await alarmsOf(() => check(0))).toBe(0);
  expect(await alarmsOf(() => check(0.5))).toBe(0);
  expect(await counters()).not.toEqual(right);
  expect([await alarmsOf(() => check(2)), await counters()]).toEqual([2, right]);
  expect(await alarmsOf(() => check(4))).toBe(0);
});

const few = { few: 3 };
const months = async () => (await requests.tallyQueue(queue)).map(({ isInTens }) => isInTens);

it('counts the ten minutes of a month of very many anew, if they do not say what there is', async () => {
  for (let i = 0; i < 20; i += 1) await requests.add(waitingClose(i));
  const right = await tensOf(table, requests);
  const [[first] = ['']] = right.counters;
  await spoil(first, 2, 'TEN');
  await spoil('50#2026-11-30T23:5', 1, 'TEN');
  expect([await alarmsOf(() => check(0, few)), await alarmsOf(() => check(2, few))]).toEqual([0, 1]);
  expect([await tensOf(table, requests), await months()]).toEqual([right, [true]]);

  // As an earlier release left it: nothing is wrong, and nobody is alarmed.
  await spoil('50#2026-11', -5, 'SEG', 'inTens');
  await spoil(first, -1, 'TEN');
  expect([await alarmsOf(() => check(DAY, few)), await alarmsOf(() => check(DAY + 2, few))]).toEqual([0, 0]);
  expect([await tensOf(table, requests), await months()]).toEqual([right, [true]]);
});

it('counts them after it has set the counter of the month right, as one that was filled past the counters needs it', async () => {
  for (let i = 0; i < 20; i += 1) await requests.add(waitingClose(i));
  const right = await tensOf(table, requests);
  await spoil('50#2026-11', -20);
  await spoil('50#2026-11', -20, 'SEG', 'inTens');
  await spoil(right.counters[0]![0], -1, 'TEN');
  const alarms = [];
  for (const minutes of [0, 2, 4]) alarms.push(await alarmsOf(() => check(minutes, few)));
  expect([alarms, await tensOf(table, requests), await months()]).toEqual([[0, 1, 0], right, [true]]);
});

it('does not trust ten minutes that somebody changed while they were written', async () => {
  for (let i = 0; i < 20; i += 1) await requests.add(waitingClose(i));
  const [month] = await requests.tallyQueue(queue);
  const { items } = await tensOf(table, requests);
  let sent = 0;
  const client = Object.assign(Object.create(table.client) as typeof table.client, {
    send: async (command: never) => {
      sent += 1;
      if (sent === 2) await requests.add(waitingClose(20));
      return table.client.send(command);
    },
  });
  expect(await openQueueCheck({ ...table, client }).recount(queue, '50#2026-11', new Map(items), month!)).toBe(false);
  expect([sent, await months()]).toEqual([3, [false]]);
});

it('looks once a day, and goes on where a run stopped', async () => {
  const count = { keys: 0 };
  const kept = openQueueCheck(table);
  const queueCheck = { ...kept, countKeys: (of: typeof queue) => ((count.keys += 1), kept.countKeys(of)) };
  const queues = ['a', 'b', 'c'].map((office) => ({ ...queue, office }));
  let left = 50_000;
  const slow = { queueCheck, queues, timeLeft: () => (left -= 12_000) };
  await check(0, slow);
  expect(count.keys).toBe(2);
  left = 50_000;
  await check(1, slow);
  expect(count.keys).toBe(3);
  left = 50_000;
  await check(2, slow);
  expect(count.keys).toBe(3);
  left = 500_000;
  await check(DAY, slow);
  expect(count.keys).toBe(6);
});

it('touches no right counter while others write', async () => {
  for (let i = 0; i < 30; i += 1) await requests.add(working(i));
  let version = 0;
  const write = async () => {
    for (let round = 0; round < 4; round += 1, version += 1)
      for (let i = 0; i < 30; i += 1) {
        const [before, next] = round % 2 === 0 ? [working(i), waiting(i)] : [waiting(i), working(i)];
        await requests.replace({ ...next, version: version + 1 }, { ...before, version });
      }
  };
  const writing = write();
  const alarms = await alarmsOf(async () => {
    for (let day = 0; day < 6; day += 1) {
      await check(day * DAY);
      await check(day * DAY + 2);
    }
    await writing;
    await check(40 * DAY);
    await check(40 * DAY + 2);
  });
  const { items, counters: counted } = await countsOf(table, requests);
  expect([counted, alarms]).toEqual([items, 0]);
});

it('counts who was queued by an earlier release, once', async () => {
  const file = join(import.meta.dirname, '../../../lib/domain/request/items/schema-2.json');
  const item = JSON.parse(readFileSync(file, 'utf8')) as { request: { office: string; service: string } };
  await table.client.send(new PutCommand({ TableName: table.name, Item: item }));
  const of = { office: item.request.office, service: item.request.service };
  for (const minutes of [0, DAY, 2 * DAY]) {
    await check(minutes, { queues: [of] });
    expect(await requests.tallyQueue(of)).toMatchObject([{ waiting: 1, joined: 1 }]);
    expect((await requests.listQueue(of.office, of.service, { limit: 5 })).requests).toHaveLength(1);
    expect(await openQueueCheck(table).listFormer(of, 5)).toEqual([]);
  }
});
