import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/reports/show-statistics/contract.ts';
import { showStatistics } from '../../../../functions/reports/show-statistics/show-statistics.ts';
import { ballotPart, openBallots } from '../../../../lib/adapters/dynamo/ballots.ts';
import { openStatistics } from '../../../../lib/adapters/dynamo/statistics.ts';
import { writeTogether } from '../../../../lib/adapters/dynamo/transact.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { noCounts } from '../../../../lib/domain/statistics/counts.ts';
import { bucketOf } from '../../../../lib/domain/statistics/histogram.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { asked, bodyOf } from '../../asked.ts';
import { auditor as auditing } from '../../cast.ts';

const [akkol, arshaly] = ['akmola-employment-akkol', 'akmola-employment-arshaly'];
const [certificate, support] = ['akmola-unemployed-certificate', 'akmola-disabled-child-support'];
const head: Caller = { account: 'head', role: 'mio-head', office: akkol, session: 'session' };
const auditor = auditing;
const now = new Date('2026-11-10T06:00:00Z');

let table: Awaited<ReturnType<typeof openMemoryTable>>;
beforeAll(async () => {
  table = await openMemoryTable();
  const statistics = openStatistics(table);
  const put = (month: string, office: string, service: string, channel: string, issued: number, minutes: number) =>
    statistics.put({
      ...{ month, office, service, channel },
      counts: {
        ...structuredClone(noCounts),
        ...{ received: issued + 1, issued, refused: 1, grounds: { '=cmd|calc': 1 }, longest: minutes },
        times: noCounts.times.map((_, bucket) => (bucket === bucketOf(minutes) ? issued + 1 : 0)),
      },
    });
  await put('2026-10', akkol, certificate, 'portal', 4, 100);
  await put('2026-11', akkol, certificate, 'con', 2, 700);
  await put('2026-11', akkol, support, 'portal', 1, 20);
  await put('2026-11', arshaly, support, 'portal', 9, 20);
  await statistics.keepProgress('recent', { of: 'x', next: 4, finishedAt: now.toISOString() });
  for (let n = 0; n < 5; n += 1) {
    const ballot = { service: certificate, month: '2026-09', office: akkol, satisfied: ['quality'] as const };
    await writeTogether(table, [ballotPart(table.name, ballot)]);
  }
});
afterAll(() => table.close());

const show = (
  query: object = {},
  caller = head,
  { accept, language = 'ru' }: { accept?: string; language?: 'ru' | 'kk' } = {},
) =>
  showStatistics(
    { ...asked({ query: contract.query.parse(query), headers: accept === undefined ? {} : { accept } }), language },
    caller,
    {
      ...{
        statistics: openStatistics(table),
        ballots: openBallots(table),
        offices: [akkol, arshaly],
        findService,
        now,
      },
    },
  );
const bodyFor = async (query: object, caller = head) => bodyOf(contract, await show(query, caller));

it('shows a head the office by month, the last twelve if none is named', async () => {
  const { since, until, countedAt, total, rows } = await bodyFor({});
  expect([since, until, countedAt]).toEqual(['2025-12', '2026-11', now.toISOString()]);
  expect(total).toMatchObject({ received: 10, issued: 7, refused: 3, medianMinutes: 120, longestMinutes: 700 });
  expect(rows.map(({ month, issued }) => [month, issued])).toEqual([
    ['2026-10', 4],
    ['2026-11', 3],
  ]);
  expect((await bodyFor({ since: '2026-01', until: '2026-01' })).rows).toEqual([]);
});

it('tells apart what is asked for, filters, and pages', async () => {
  const rows = async (query: object, caller = head) =>
    (await bodyFor(query, caller)).rows.map(({ service, channel, office, issued }) => [
      service,
      channel,
      office,
      issued,
    ]);
  expect(await rows({ by: 'channel,service' })).toEqual([
    [support, 'portal', undefined, 1],
    [certificate, 'con', undefined, 2],
    [certificate, 'portal', undefined, 4],
  ]);
  expect(await rows({ service: certificate, channel: 'con' })).toEqual([[undefined, undefined, undefined, 2]]);
  expect(await rows({ by: 'office' }, auditor)).toEqual([
    [undefined, undefined, akkol, 7],
    [undefined, undefined, arshaly, 9],
  ]);
  const first = await bodyFor({ by: 'service', limit: 1 });
  expect([first.rows.length, (await bodyFor({ by: 'service', limit: 1, from: first.next })).rows[0]?.service]).toEqual([
    1,
    certificate,
  ]);
});

it('puts the indicators of the questionnaire beside a service of one office', async () => {
  const [of, other] = (await bodyFor({ by: 'service' })).rows.toReversed();
  expect(of?.indicators).toEqual({ since: '2026-09', until: '2026-09', people: 5, quality: 100, accessibility: 0 });
  expect(other).not.toHaveProperty('indicators');
  expect((await bodyFor({ by: 'service' }, auditor)).rows.some(({ indicators }) => indicators)).toBe(false);
  expect((await bodyFor({ by: 'office,service' }, auditor)).rows.filter(({ indicators }) => indicators)).toHaveLength(
    1,
  );
});

it('refuses another office to a head, and periods that are too long or end before they begin', async () => {
  expect(await show({ office: arshaly })).toEqual({ refused: 'access/denied' });
  expect(await bodyFor({ office: arshaly }, auditor)).toMatchObject({ total: { issued: 9 } });
  const tooLong = { refused: 'statistics/too-long', facts: { months: 36, rows: 10_000 } };
  expect(await show({ since: '2023-11', until: '2026-11' })).toEqual(tooLong);
  expect(await show({ since: '2026-11', until: '2026-10' })).toEqual(tooLong);
  expect(await bodyFor({ since: '2023-12', until: '2026-11' })).toMatchObject({ total: { issued: 7 } });
  expect(contract.query.safeParse({ by: 'month,month' }).success).toBe(false);
  expect(contract.query.safeParse({ by: 'applicant' }).success).toBe(false);
});

it('answers CSV by `format` or `Accept`, and lets no ground become a formula', async () => {
  const csv = async (query: object, more = {}) => {
    const answer = await show(query, head, more);
    return 'text' in answer ? answer : undefined;
  };
  const answer = await csv({ by: 'month', format: 'csv' });
  expect(answer!.headers!['content-type']).toBe('text/csv; charset=utf-8; header=present');
  expect(answer!.text!.split('\r\n').slice(0, 2)).toEqual([
    '\uFEFFМесяц,Поступило,Выдано,Отказано,Вышли из очереди,Документ отозван,Не принято,Отозвано заявителями,С нарушением срока,"Половина не дольше, рабочих минут","Самое долгое, рабочих минут",Основания отказа',
    "2026-10,5,4,1,0,0,0,0,0,100,100,'=cmd|calc: 1",
  ]);
  expect((await csv({ by: 'channel,service' }, { accept: 'text/csv', language: 'kk' }))!.text).toContain(
    'порталы арқылы',
  );
  expect(await csv({}, { accept: 'application/json, text/csv' })).toBeUndefined();
  expect(await csv({ format: 'json' }, { accept: 'text/csv' })).toBeUndefined();
});
