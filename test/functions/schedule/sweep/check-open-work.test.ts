import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { checkOpenWork } from '../../../../functions/schedule/sweep/check-open-work.ts';
import { openRequests, type RequestTable } from '../../../../lib/adapters/dynamo/requests.ts';
import { readTally } from '../../../../lib/domain/request/work/open-counts.ts';
import { claim } from '../../../../lib/domain/request/work/officer.ts';
import { accepted, after, draft, must, numbered, opened, serik } from '../../../lib/domain/request/example.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { logLines } from '../../../lib/adapters/log-lines.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
let requests: RequestTable;
const { office } = draft();
const waiting = opened(numbered(), '05-mio-accept', 'accept');
beforeEach(async () => {
  table = await openMemoryTable();
  requests = openRequests(table);
});
afterEach(() => table.close());

const check = (day: number, more = {}) =>
  checkOpenWork({ requests, places: ['elsewhere', office], timeLeft: () => 50_000, now: after(day * 1440), ...more });
const counts = async () => readTally((await requests.countOpen(office)).tally);
const spoil = (sk: string, name: string, by: number) =>
  table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: { pk: `OPEN#${office}`, sk },
      UpdateExpression: 'ADD #name :by',
      ExpressionAttributeNames: { '#name': name },
      ExpressionAttributeValues: { ':by': by },
    }),
  );
const said = async (work: () => Promise<unknown>) =>
  (await logLines(work)).filter(({ message }) => message === 'work-miscounted').length;

it('counts work from its opening to its end, and by who has it', async () => {
  await requests.add(numbered());
  expect(await counts()).toMatchObject({ all: 0, free: 0 });
  await requests.replace({ ...waiting, version: 1 }, { ...numbered(), version: 0 });
  expect(await counts()).toMatchObject({ all: 1, free: 1, task: { accept: 1 }, worker: {} });
  const claimed = must(claim(waiting, serik, after(5)));
  await requests.replace({ ...claimed, version: 2 }, { ...waiting, version: 1 });
  expect(await counts()).toMatchObject({ all: 1, free: 0, worker: { [serik.account]: 1 } });
  await requests.replace({ ...accepted(), version: 3 }, { ...claimed, version: 2 });
  expect(await counts()).toMatchObject({ all: 0, free: 0, task: {}, worker: {} });
});

it('sets wrong counts right once a day, and touches no right ones', async () => {
  for (const n of [1, 2, 3]) await requests.add({ ...waiting, id: `01KAH7M000000000000000000${n}` });
  const right = await counts();
  expect(await said(() => check(0))).toBe(0);
  await spoil('COUNTS', 'all', 4);
  await spoil('worker#nobody', 'worker#nobody', 1);
  expect(await said(() => check(0))).toBe(0);
  expect(await counts()).not.toEqual(right);
  expect([await said(() => check(1)), await counts()]).toEqual([1, right]);
});

it('leaves counts alone that somebody changed meanwhile, and goes on where a run stopped', async () => {
  await requests.add(waiting);
  await spoil('COUNTS', 'all', 4);
  const countOpen: RequestTable['countOpen'] = async (place) => {
    const kept = await requests.countOpen(place);
    return { ...kept, changes: kept.changes - 1 };
  };
  expect(await said(() => check(0, { requests: { ...requests, countOpen } }))).toBe(0);
  expect(await counts()).toMatchObject({ all: 5 });
  await check(1, { timeLeft: () => 0 });
  expect(await requests.openChecked()).toMatchObject({ next: 2 });
  let left = 45_000;
  await check(1, { timeLeft: () => (left -= 20_000) });
  expect(await requests.openChecked()).toMatchObject({ next: 1 });
  await check(1);
  expect(await counts()).toMatchObject({ all: 1 });
});

it('sets the counts of more people right than one transaction takes, day by day', async () => {
  const people = Array.from({ length: 120 }, (_, i) => `worker#somebody-${i}`);
  await requests.add(waiting);
  for (const name of people) await spoil(name, name, 1);
  expect(Object.keys((await counts()).worker)).toHaveLength(120);
  expect([await said(() => check(0)), Object.keys((await counts()).worker).length]).toEqual([1, 31]);
  expect([await said(() => check(1)), (await counts()).worker]).toEqual([1, {}]);
});
