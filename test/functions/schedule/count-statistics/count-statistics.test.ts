import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { RESERVE_MS } from '../../../../functions/schedule/count-statistics/count-month.ts';
import { countStatistics } from '../../../../functions/schedule/count-statistics/count-statistics.ts';
import { openStatistics, type Statistics } from '../../../../lib/adapters/dynamo/statistics.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { turnAway } from '../../../../lib/domain/request/rows/rows.ts';
import { bucketOf, noTimes } from '../../../../lib/domain/statistics/histogram.ts';
import { monthAfter } from '../../../../lib/domain/statistics/month.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import {
  after,
  at,
  decided,
  draft,
  must,
  numbered,
  signed,
  serik,
  start,
} from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';

const { office, service } = draft();
const idOf = (index: number) => `01KAH7M000000000000000000${index}`;
const DAY = 24 * 60;
/** Received at 10:03 on Monday; the department is open until 18:30 with a break of an hour and a half. */
const ended = (index: number, minutes: number, more: object = {}) =>
  ({ ...signed(), id: idOf(index), state: 'issued', closedAt: after(minutes).toISOString(), ...more }) as Request;
const refusal = (ground: string) => ({
  state: 'refused',
  decision: { outcome: 'refused', at: after(8).toISOString(), by: serik, ground, text: 'Нет' },
});
const all = () => [
  ended(1, 33),
  ended(2, 3 + DAY),
  ended(3, 63, refusal('по-своему')),
  // Ended on 1 December, so it is of November by its number and of December by its end.
  ended(4, 8 * DAY),
  { ...must(turnAway(numbered(), at('04', 12), 'no-registry-data')), id: idOf(5) },
  { ...decided(), id: idOf(6) },
];

let table: Awaited<ReturnType<typeof openMemoryTable>>;
let statistics: Statistics;
beforeEach(async () => {
  table = await openMemoryTable();
  statistics = openStatistics(table);
});
afterEach(() => table.close());

const december = new Date('2026-12-02T06:00:00Z');
const run = (requests = memoryRequests(...all()), more = {}) =>
  countStatistics({
    ...{ requests, statistics, findService, offices: ['elsewhere', office], now: december },
    ...{ timeLeft: () => 300_000, ...more },
  });
const months = () => statistics.list(office, '2026-01', '2026-12');
const everything = async () =>
  ((await table.client.send(new ScanCommand({ TableName: table.name }))).Items ?? [])
    .filter(({ pk }) => pk !== 'STATISTICS')
    .map((item) => JSON.stringify(item))
    .toSorted();

it('counts what was received and how it ended, by the working time of the office', async () => {
  await run();
  const [november, decembers, ...others] = await months();
  expect(others).toEqual([]);
  const times = [...noTimes];
  // Half an hour, a working day and an hour.
  for (const minutes of [30, 480, 60]) times[bucketOf(minutes)]! += 1;
  expect(november).toEqual({
    ...{ month: '2026-11', office, service, channel: 'portal' },
    counts: {
      ...{ received: 6, issued: 2, refused: 1, left: 0, withdrawn: 0, takenBack: 0, turnedAway: 1, overdue: 2 },
      ...{ grounds: { '': 1 }, times, longest: 480 },
    },
  });
  expect(decembers).toMatchObject({ month: '2026-12', counts: { received: 0, issued: 1, overdue: 1 } });
});

it('changes nothing when it runs twice, in an hour and in the next one', async () => {
  await run();
  const once = await everything();
  await run();
  expect(await everything()).toEqual(once);
  await run(undefined, { now: new Date('2026-12-02T07:00:00Z') });
  expect(await everything()).toEqual(once);
});

it('gives the same after it was killed anywhere between its writes', async () => {
  await run();
  const whole = await everything();
  for (let writes = 0; writes < 5; writes += 1) {
    const other = await openMemoryTable();
    const kept = openStatistics(other);
    let left = writes;
    const die =
      <Args extends unknown[]>(act: (...args: Args) => Promise<void>) =>
      async (...args: Args) => {
        if (left === 0) throw new Error('killed');
        left -= 1;
        return act(...args);
      };
    const dying = { ...kept, put: die(kept.put), keepProgress: die(kept.keepProgress) };
    const killed = run(undefined, { statistics: dying });
    await (writes < 4 ? expect(killed).rejects.toThrow('killed') : killed);
    await run(undefined, { statistics: kept });
    const found = await other.client.send(new ScanCommand({ TableName: other.name }));
    expect(
      (found.Items ?? [])
        .filter(({ pk }) => pk !== 'STATISTICS')
        .map((item) => JSON.stringify(item))
        .toSorted(),
    ).toEqual(whole);
    await other.close();
  }
});

it('follows what is no longer ended, and removes a count of nothing', async () => {
  await run();
  await run(memoryRequests(ended(4, 8 * DAY)), { now: new Date('2026-12-02T07:00:00Z') });
  const [november, decembers] = await months();
  expect(november!.counts).toMatchObject({ received: 1, issued: 0, refused: 0, grounds: {}, longest: 0 });
  expect(decembers!.counts).toMatchObject({ issued: 1 });
  await run(memoryRequests(), { now: new Date('2026-12-02T08:00:00Z') });
  expect(await months()).toEqual([]);
});

it('counts two months every hour and the others once a day', async () => {
  expect(await run()).toEqual({ recent: 4, older: 68, behind: 0 });
  expect(await run()).toEqual({ recent: 0, older: 0, behind: 0 });
  expect(await run(undefined, { now: new Date('2026-12-02T07:00:00Z') })).toEqual({ recent: 4, older: 0, behind: 0 });
  expect(await run(undefined, { now: new Date('2026-12-03T07:00:00Z') })).toEqual({ recent: 4, older: 68, behind: 0 });
  expect(monthAfter('2026-12', -35)).toBe('2024-01');
});

it('goes on where a run had no more time, and begins a round anew only after its end', async () => {
  let looks = 3;
  const short = () => (looks-- > 0 ? 300_000 : RESERVE_MS - 1);
  expect(await run(undefined, { timeLeft: short })).toEqual({ recent: 3, older: 0, behind: 69 });
  expect((await statistics.progress('recent'))?.finishedAt).toBeUndefined();
  const next = new Date('2026-12-02T07:00:00Z');
  expect(await run(undefined, { now: next })).toEqual({ recent: 1, older: 68, behind: 0 });
  expect((await statistics.progress('recent'))?.finishedAt).toBe(next.toISOString());
  expect((await months()).length).toBe(2);
});

it('fails where one month of one office takes longer than a run, and writes nothing of it', async () => {
  const requests = memoryRequests(...all());
  const endless = {
    ...requests,
    listRegister: async (...asked: Parameters<typeof requests.listRegister>) => ({
      ...(await requests.listRegister(...asked)),
      next: ['x', 'y'] as const,
    }),
  };
  let looks = 1;
  const timeLeft = () => (looks-- > 0 ? 300_000 : 0);
  await expect(run(endless, { timeLeft })).rejects.toThrow('within one run');
  expect(await everything()).toEqual([]);
});

it('leaves nobody of the example in what it keeps', async () => {
  await run();
  const kept = (await everything()).join('');
  for (const named of ['Демо', '900315300010', 'SK-UC', start.toISOString()]) expect(kept).not.toContain(named);
});
