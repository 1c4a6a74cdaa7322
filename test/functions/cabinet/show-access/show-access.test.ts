import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/cabinet/show-access/contract.ts';
import { showAccess } from '../../../../functions/cabinet/show-access/show-access.ts';
import { openJournal } from '../../../../lib/adapters/dynamo/journal.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { openMemoryJournal } from '../../../lib/adapters/identity/memory-table.ts';
import { after, numbered } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { entry } from '../../../lib/domain/journal/entries.ts';
import { asked, bodyOf } from '../../asked.ts';
import { citizen, stranger } from '../../cast.ts';

const request = numbered();
const minute = (n: number) => ({ at: after(n).toISOString(), request: request.id, place: request.office });

let table: Awaited<ReturnType<typeof openMemoryJournal>>;
beforeAll(async () => {
  table = await openMemoryJournal();
  const journal = openJournal(table);
  for (let n = 1; n <= 25; n += 1) await journal.write(entry(n, { ...minute(n), kind: 'document' }));
  await journal.write(entry(26, { ...minute(26), outcome: 'work/unknown', kind: 'request' }));
  await journal.write(entry(27, { ...minute(27), request: 'another' }));
});
afterAll(() => table.close());

const ask = (query: object, caller: Caller = citizen) =>
  showAccess(asked({ params: { id: request.id }, query: contract.query.parse(query) }), caller, {
    requests: memoryRequests(request),
    journal: openJournal(table),
    now: after(60),
  });

it('the applicant sees office, role, time and kind of each look at their request, newest first, and no name', async () => {
  const first = bodyOf(contract, await ask({}));
  expect(first.looks).toHaveLength(20);
  expect(first.looks.slice(0, 2)).toMatchObject([
    { at: after(26).toISOString(), kind: 'request', refused: true },
    { at: after(25).toISOString(), kind: 'document', role: 'mio-officer', office: request.office },
  ]);
  expect(JSON.stringify(first)).not.toMatch(/officer-serik|account/);
  const rest = bodyOf(contract, await ask({ from: first.next }));
  expect(rest.looks.map(({ at }) => at)).toEqual([6, 5, 4, 3, 2, 1].map((n) => after(n).toISOString()));
  expect(rest).not.toHaveProperty('next');
});

it('a page that ends with the last look has no next one', async () => {
  expect(bodyOf(contract, await ask({ limit: 26 }))).not.toHaveProperty('next');
  expect(bodyOf(contract, await ask({ limit: 25 }))).toHaveProperty('next');
});

it('to others there is no such request', async () => {
  expect(await ask({}, stranger)).toEqual({ refused: 'request/unknown' });
});
