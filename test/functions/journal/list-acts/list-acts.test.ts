import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/journal/list-acts/contract.ts';
import { listActs } from '../../../../functions/journal/list-acts/list-acts.ts';
import { openJournal } from '../../../../lib/adapters/dynamo/journal.ts';
import { openMemoryJournal } from '../../../lib/adapters/identity/memory-table.ts';
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
