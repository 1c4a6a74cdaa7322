import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/cabinet/list-requests/contract.ts';
import { listRequests } from '../../../../functions/cabinet/list-requests/list-requests.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { lineOf } from '../../../../lib/domain/request/line.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { after, draft, numbered } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked, bodyOf } from '../../asked.ts';
import { citizen, officer, stranger } from '../../cast.ts';

const idOf = (index: number) => `01KAH7M000000000000000001${index}`;
const own = Array.from({ length: 5 }, (_, index): Request => ({
  ...(index % 2 ? numbered() : draft()),
  ...{ id: idOf(index), createdAt: after(index).toISOString() },
}));
const { account: _, ...visitor } = draft().applicant;
const filed: Request = {
  ...draft(),
  ...{ id: idOf(8), applicant: visitor },
  filedBy: { account: officer.account, iin: '930405400070', place: 'shymkent' },
};
const requests = memoryRequests(...own, filed);
const list = async (caller: Caller, query: object = {}) =>
  bodyOf(
    contract,
    await listRequests(asked({ query: contract.query.parse(query) }), caller, { requests, now: after(9) }),
  );

it("a citizen's own requests come page by page, the newest first", async () => {
  const seen = [];
  for (let next: string | undefined = ''; next !== undefined;) {
    const page: Awaited<ReturnType<typeof list>> = await list(citizen, { limit: '2', ...(next && { from: next }) });
    seen.push(...page.requests.map(({ id }) => id));
    next = page.next;
  }
  expect(seen).toEqual([4, 3, 2, 1, 0].map(idOf));
});

it('requests in the given states come in full pages, and `next` is there only if there is a next page', async () => {
  const first = await list(citizen, { state: 'draft', limit: '2' });
  expect(first.requests.map(({ id }) => id)).toEqual([4, 2].map(idOf));
  expect(await list(citizen, { state: 'draft', limit: '2', from: first.next })).toMatchObject({
    requests: [{ id: idOf(0) }],
  });
  const second = await list(citizen, { state: 'received,issued', limit: '2' });
  expect([second.requests.map(({ id }) => id), second.next]).toEqual([[3, 1].map(idOf), undefined]);
  expect(await list(citizen, { state: 'queued' })).toEqual({ requests: [] });
});

it.each(['', 'open', 'draft,', 'draft;issued', 'constructor'])('there is no list for the state "%s"', (state) => {
  expect(contract.query.safeParse({ state }).success).toBe(false);
});

it("each request has its state in words, and the office's time that is left", async () => {
  const [line] = (await list(citizen, { state: 'received' })).requests;
  expect(line).toMatchObject({ stateText: { ru: 'поступило', kk: 'түскен' }, workingTimeLeft: 'PT51M' });
});

it('an employee finds what they filed for visitors, but not when signed in as an applicant', async () => {
  expect((await list(officer)).requests.map(({ id }) => id)).toEqual([filed.id]);
  expect(await list({ ...officer, role: 'applicant' })).toEqual({ requests: [] });
});

it('a citizen without requests has an empty list', async () => {
  expect(await list(stranger)).toEqual({ requests: [] });
});

it('counts by state come on request, of all own ones, whichever page and states were asked for', async () => {
  expect((await list(citizen)).counts).toBeUndefined();
  const counted = Map.groupBy(own, ({ state }) => state);
  const expected = Object.fromEntries([...counted].map(([state, { length }]) => [state, length]));
  expect((await list(citizen, { counts: 'true', limit: '1' })).counts).toEqual(expected);
  expect((await list(citizen, { counts: 'true', state: 'issued' })).counts).toEqual(expected);
  expect((await list(stranger, { counts: 'true' })).counts).toEqual({});
});

it('counts look at the 1000 newest and no further', async () => {
  const many = Array.from({ length: 1001 }, (_, index): Request => ({
    ...draft(),
    ...{ id: `01KAH7M00000000000000X${String(index).padStart(4, '0')}`, createdAt: after(index).toISOString() },
  }));
  const query = contract.query.parse({ counts: 'true', limit: '1' });
  const needs = { requests: memoryRequests(...many), now: after(2000) };
  expect(bodyOf(contract, await listRequests(asked({ query }), citizen, needs)).counts).toEqual({ draft: 1000 });
});

it('counts are of the service and the time that are asked for', async () => {
  const until = after(2).toISOString();
  expect((await list(citizen, { counts: 'true', until })).counts).toEqual({ draft: 1, received: 1 });
  expect((await list(citizen, { counts: 'true', service: 'another' })).counts).toEqual({});
});

it('one of the own requests is found by its number, as people type it; nobody finds another person’s', async () => {
  const { number: given = '' } = lineOf(numbered());
  const typed = given.toLowerCase().replaceAll('-', ' – ');
  const found = await list(citizen, { number: typed });
  expect(found.requests.map(({ number }) => number)).toEqual([given]);
  const blank = await list(citizen, { number: given.toLowerCase().replaceAll('-', ' ') });
  expect(blank.requests).toHaveLength(found.requests.length);
  expect(await list(citizen, { number: typed, state: 'issued' })).toEqual({ requests: [] });
  for (const number of ['SK-UC-2026-999999', 'nothing'])
    expect(await list(citizen, { number })).toEqual({ requests: [] });
  for (const caller of [stranger, officer]) expect(await list(caller, { number: typed })).toEqual({ requests: [] });
});
