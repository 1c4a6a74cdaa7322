import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/journal/list-journal/contract.ts';
import { listJournal, LONGEST_DAYS } from '../../../../functions/journal/list-journal/list-journal.ts';
import { openJournal } from '../../../../lib/adapters/dynamo/journal.ts';
import { openMemoryJournal } from '../../../lib/adapters/identity/memory-table.ts';
import { entry, second } from '../../../lib/domain/journal/entries.ts';
import { numbered } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { bodyOf } from '../../asked.ts';
import { accounts } from '../../cast.ts';

const request = numbered();

let table: Awaited<ReturnType<typeof openMemoryJournal>>;
/** Some before midnight and some after, of two officers. */
beforeAll(async () => {
  table = await openMemoryJournal();
  const journal = openJournal(table);
  for (let n = 100; n < 130; n += 1) await journal.write(entry(n, { request: '01KAH7M0000000000000009999' }));
  await journal.write(entry(130, { account: 'officer-gulnar', place: 'turkestan', request: request.id }));
});
afterAll(() => table.close());

const ask = (query: object) =>
  listJournal(
    {
      ...{ params: undefined, headers: undefined, body: undefined },
      language: 'ru',
      sourceIp: '',
      query: contract.query.parse(query),
    },
    { journal: openJournal(table), requests: memoryRequests(request), accounts, now: second(1000) },
  );
const find = async (query: object) => bodyOf(contract, await ask(query));

it('goes through everything, newest first, over the end of a day, page by page', async () => {
  const seen: string[] = [];
  for (let from: string | undefined, pages = 0; pages < 5; pages += 1) {
    const page = await find({ limit: 10, from });
    seen.push(...page.entries.map(({ at }) => at));
    from = page.next;
    if (from === undefined) break;
  }
  expect(seen).toEqual(Array.from({ length: 31 }, (_, n) => second(130 - n).toISOString()));
});

describe('finds', () => {
  it('what somebody did, by name', async () => {
    const { entries } = await find({ account: 'officer-serik', limit: 100 });
    expect(entries).toHaveLength(30);
    expect(entries[0]).toMatchObject({ name: 'Демо Серік', roleText: { ru: 'сотрудник МИО' }, kind: 'request' });
    expect(entries[0]).not.toHaveProperty('session');
  });

  it('who looked at a request, by its id and by its number', async () => {
    for (const each of [request.id, 'SK-UC-2026-000001'])
      expect((await find({ request: each })).entries).toMatchObject([
        { account: 'officer-gulnar', place: 'turkestan' },
      ]);
    expect(await ask({ request: 'no such number' })).toEqual({ refused: 'request/unknown' });
  });

  it('what happened at a place in a time', async () => {
    const range = { since: second(105).toISOString(), until: second(107).toISOString() };
    const { entries } = await find({ place: 'shymkent', ...range });
    expect(entries.map(({ at }) => at)).toEqual([107, 106, 105].map((n) => second(n).toISOString()));
  });
});

it('takes one key, and a time of a month', async () => {
  expect(await ask({ account: 'a', place: 'b' })).toEqual({ refused: 'journal/one-key' });
  const days = (n: number) => ({ since: new Date(second(1000).getTime() - n * 86_400_000).toISOString() });
  expect(await find(days(LONGEST_DAYS))).toMatchObject({ entries: { length: 20 } });
  expect(
    await ask({ since: new Date(second(1000).getTime() - LONGEST_DAYS * 86_400_000 - 1).toISOString() }),
  ).toMatchObject({
    refused: 'journal/too-long',
  });
});
