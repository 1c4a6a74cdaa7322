import { expect, it } from '@jest/globals';
import { fillPage, listNewest, LOOKED_AT } from '../../../../lib/adapters/dynamo/fill-page.ts';
import type { PageAsked } from '../../../../lib/adapters/dynamo/page.ts';
import type { Line } from '../../../../lib/domain/request/line.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { after, draft } from '../../domain/request/example.ts';
import { memoryRequests } from '../../domain/request/memory-requests.ts';

const count = LOOKED_AT + 250;
const idOf = (index: number) => `01KAH7M000000000000000${String(index).padStart(4, '0')}`;
/** The newest has the highest index. */
const requests = memoryRequests(
  ...Array.from({ length: count }, (_, index): Request => ({
    ...draft(),
    ...{ id: idOf(index), createdAt: after(index).toISOString(), office: index % 50 === 0 ? 'rare' : 'usual' },
  })),
);
let reads = 0;
const list = (page: PageAsked) => ((reads += 1), requests.listByApplicant('applicant-azamat', page));
const isRare = ({ office }: Line) => office === 'rare';

it('a page is full even if most requests do not match, and the pages together have each match once', async () => {
  const seen: string[] = [];
  for (let asked: PageAsked | undefined = { limit: 4 }; asked;) {
    const page = await fillPage(list, asked, isRare);
    expect(page.lines.length).toBe(page.next ? 4 : seen.length === 24 ? 1 : 4);
    seen.push(...page.lines.map(({ id }) => id));
    asked = page.next && { limit: 4, from: page.next };
  }
  expect(seen).toEqual(Array.from({ length: 25 }, (_, i) => idOf((24 - i) * 50)));
});

it('there is no next page if the last match ends a page', async () => {
  const few = memoryRequests(...[0, 1, 2].map((index): Request => ({ ...draft(), id: idOf(index) })));
  const page = await fillPage(
    (asked) => few.listByApplicant('applicant-azamat', asked),
    { limit: 2 },
    ({ id }) => id !== idOf(0),
  );
  expect([page.lines.map(({ id }) => id), page.next]).toEqual([[idOf(2), idOf(1)], undefined]);
});

it('examines no more than its limit, and continues from there', async () => {
  reads = 0;
  const nothing = await fillPage(list, { limit: 100 }, ({ id }) => id === idOf(0));
  expect([nothing.lines.length, reads]).toEqual([0, LOOKED_AT / 100]);
  const rest = await fillPage(list, { limit: 100, from: nothing.next }, ({ id }) => id === idOf(0));
  expect([rest.lines.map(({ id }) => id), rest.next]).toEqual([[idOf(0)], undefined]);
});

it('the newest matches are complete up to the limit', async () => {
  const newest = await listNewest(list, () => true);
  expect([newest.length, newest[0]?.id, newest.at(-1)?.id]).toEqual([
    LOOKED_AT,
    idOf(count - 1),
    idOf(count - LOOKED_AT),
  ]);
});
