import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/journal/list-acts/contract.ts';
import { listActs } from '../../../../functions/journal/list-acts/list-acts.ts';
import { openJournal } from '../../../../lib/adapters/dynamo/journal.ts';
import { openMemoryJournal } from '../../../lib/adapters/identity/memory-table.ts';
import { sortOf } from '../../../../lib/domain/journal/entry.ts';
import { entry, second } from '../../../lib/domain/journal/entries.ts';
import { asked, bodyOf } from '../../asked.ts';
import { accounts, officer } from '../../cast.ts';

const head = { ...officer, role: 'mio-head', office: 'shymkent' } as const;

let table: Awaited<ReturnType<typeof openMemoryJournal>>;
beforeAll(async () => {
  table = await openMemoryJournal();
  const journal = openJournal(table);
  await journal.write(entry(1, { unusual: 'filed' }));
  await journal.write(entry(2));
  await journal.write(entry(3, { unusual: 'out-of-turn', outcome: 'offer/open' }));
  await journal.write(entry(4, { unusual: 'answered', place: 'turkestan' }));
  await journal.write(entry(30, { unusual: 'out-of-turn', proposer: officer.account }));
  for (let n = 5; n < 27; n += 1) await journal.write(entry(n, { unusual: 'answered' }));
});
afterAll(() => table.close());

const list = async (query: object) =>
  bodyOf(
    contract,
    await listActs(asked({ query: contract.query.parse(query) }), head, {
      ...{ journal: openJournal(table), accounts, now: second(100) },
    }),
  );

it('the head sees what was done out of the ordinary at their office, by whom, newest first, page by page', async () => {
  const first = await list({});
  expect(first.acts).toHaveLength(20);
  expect(first.acts[0]).toMatchObject({ unusual: 'out-of-turn', proposedBy: 'Демо Серік' });
  expect(first.acts[1]).toMatchObject({ unusual: 'answered', name: 'Демо Серік', roleText: { ru: 'сотрудник МИО' } });
  expect(first.acts[1]?.proposedBy).toBeUndefined();
  const rest = await list({ from: first.next });
  expect(rest.acts.map(({ unusual }) => unusual)).toEqual(['answered', 'answered', 'answered', 'filed']);
  expect(rest).not.toHaveProperty('next');
});

it('who serves no office has no such list', async () => {
  const { office: _, ...nowhere } = head;
  const needs = { journal: openJournal(table), accounts, now: second(100) };
  expect(await listActs(asked({ query: contract.query.parse({}) }), nowhere, needs)).toEqual({
    refused: 'access/denied',
  });
});

it('of one kind, and of a time, a page has those alone', async () => {
  const filed = await list({ kind: 'filed' });
  expect(filed.acts.map(({ unusual }) => unusual)).toEqual(['filed']);
  expect(filed).not.toHaveProperty('next');
  const some = await list({ since: second(9).toISOString(), until: second(12).toISOString() });
  expect(some.acts.map(({ at }) => at)).toEqual([12, 11, 10, 9].map((n) => second(n).toISOString()));
  expect((await list({ kind: 'filed', since: second(2).toISOString() })).acts).toEqual([]);
  const answered = await list({ kind: 'answered', limit: '5' });
  expect(answered.acts).toHaveLength(5);
  const rest = await list({ kind: 'answered', limit: '50', from: answered.next });
  expect(rest.acts).toHaveLength(17);
});

it('behind a thousand of another kind the page ends, and the next one goes on from there', async () => {
  const many = Array.from({ length: 1200 }, (_, n) => entry(n, { unusual: n === 0 ? 'filed' : 'answered' }));
  const journal = {
    list: async ({ until, limit }: { until: string; limit: number }) =>
      many
        .toReversed()
        .filter((each) => sortOf(each) <= until)
        .slice(0, limit),
  };
  const asking = async (query: object) =>
    bodyOf(
      contract,
      await listActs(asked({ query: contract.query.parse({ kind: 'filed', ...query }) }), head, {
        ...{ journal, accounts, now: second(2000) },
      }),
    );
  const first = await asking({});
  expect(first).toEqual({ acts: [], next: expect.any(String) });
  expect((await asking({ from: first.next })).acts).toHaveLength(1);
});
