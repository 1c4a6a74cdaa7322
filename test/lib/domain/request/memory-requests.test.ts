import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { placeOf } from '../../../../lib/adapters/dynamo/place-of.ts';
import type { Page, PageAsked } from '../../../../lib/adapters/dynamo/page.ts';
import { openRequests, type RequestTable } from '../../../../lib/adapters/dynamo/requests.ts';
import type { Request, RequestIn } from '../../../../lib/domain/request/request.ts';
import { openMemoryTable } from '../../adapters/identity/memory-table.ts';
import { after, draft, numbered, opened } from './example.ts';
import { memoryRequests } from './memory-requests.ts';
import { queued } from './queue-example.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
let both: readonly RequestTable[];

const idOf = (index: number) => `01KAH7M000000000000000000${index + 1}`;
const kinds = [draft, () => opened(numbered(), '05-mio-accept', 'accept'), queued] as const;
const requests: readonly Request[] = Array.from({ length: 9 }, (_, index) => ({
  ...(kinds[index % kinds.length] ?? draft)(),
  id: idOf(index),
  createdAt: after((index * 5) % 9).toISOString(),
}));

beforeAll(async () => {
  table = await openMemoryTable();
  both = [memoryRequests(), openRequests(table)];
  for (const each of both) for (const request of requests) await each.add(request);
});
afterAll(() => table.close());

/** The answer of both, if it is the same. */
async function alike<Answer>(ask: (requests: RequestTable) => Promise<Answer>): Promise<Answer> {
  const [memory, dynamo] = await Promise.all(both.map(ask));
  expect(memory).toEqual(dynamo);
  return memory as Answer;
}

async function walk(list: (page: PageAsked) => Promise<Page>, submitted?: true): Promise<string[]> {
  const found: string[] = [];
  let page = await list({ limit: 2, ...(submitted && { submitted }) });
  for (;;) {
    found.push(...page.requests.map(({ id }) => id));
    if (!page.next) return found;
    page = await list({ limit: 2, from: page.next, ...(submitted && { submitted }) });
  }
}

describe('requests in memory answer like those in DynamoDB', () => {
  it('on the pages of every list', async () => {
    const { office, service } = draft();
    expect(await alike((each) => walk((page) => each.listByApplicant('applicant-azamat', page)))).toHaveLength(9);
    expect(await alike((each) => walk((page) => each.listByApplicant('applicant-azamat', page), true))).toHaveLength(6);
    expect(await alike((each) => walk((page) => each.listByOffice(office, page)))).toHaveLength(3);
    expect(await alike((each) => walk((page) => each.listQueue(office, service, page)))).toHaveLength(3);
    expect(await alike((each) => walk((page) => each.listByOffice('elsewhere', page)))).toEqual([]);
  });

  it('about one request, its number and its place', async () => {
    const last = requests[8] as RequestIn<'queued'>;
    expect(await alike((each) => each.find(idOf(4)))).toMatchObject({ id: idOf(4) });
    expect(await alike((each) => each.find('none'))).toBeUndefined();
    expect(await alike((each) => each.findByNumber('none'))).toBeUndefined();
    expect(await alike((each) => placeOf(last, each))).toMatchObject({ position: 3, of: 3 });
    expect(await alike((each) => each.listQueueAt(last, 2, 1))).toMatchObject({ listed: 1, offsets: [0] });
  });

  it('to a second writer, who comes too late', async () => {
    expect(await alike((each) => each.add(draft()))).toBe('added');
    expect(await alike((each) => each.add(draft()))).toBe('exists');
    expect(await alike((each) => each.replace({ ...draft(), version: 1 }, draft()))).toBe('replaced');
    expect(await alike((each) => each.replace({ ...draft(), version: 1 }, draft()))).toBe('changed-meanwhile');
  });
});
