import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { placeOf } from '../../../../lib/adapters/dynamo/place-of.ts';
import type { Between, Page, PageAsked } from '../../../../lib/adapters/dynamo/page.ts';
import { openRequests, type RequestTable } from '../../../../lib/adapters/dynamo/requests.ts';
import type { Request, RequestIn } from '../../../../lib/domain/request/request.ts';
import { openMemoryTable } from '../../adapters/identity/memory-table.ts';
import { readTally } from '../../../../lib/domain/request/work/open-counts.ts';
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

type Listed = Pick<Page, 'next'> & { readonly [list in 'lines' | 'requests']?: readonly { readonly id: string }[] };

async function walk(list: (page: PageAsked) => Promise<Listed>): Promise<string[]> {
  const found: string[] = [];
  let page = await list({ limit: 2 });
  for (;;) {
    found.push(...(page.lines ?? page.requests ?? []).map(({ id }) => id));
    if (!page.next) return found;
    page = await list({ limit: 2, from: page.next });
  }
}

describe('requests in memory answer like those in DynamoDB', () => {
  it('on the pages of every list', async () => {
    const { office, service } = draft();
    expect(await alike((each) => walk((page) => each.listByApplicant('applicant-azamat', page)))).toHaveLength(9);
    expect(await alike((each) => walk((page) => each.listByOffice(office, page)))).toHaveLength(3);
    expect(await alike((each) => walk((page) => each.listQueue(office, service, page)))).toHaveLength(3);
    expect(await alike((each) => walk((page) => each.listByOffice('elsewhere', page)))).toEqual([]);
  });

  it('on the lists of people, of the finished and of the register', async () => {
    const { office, applicant } = draft();
    expect(await alike((each) => walk((page) => each.listByPerson(applicant.iin, page)))).toHaveLength(6);
    expect(await alike((each) => walk((page) => each.listRegister(office, page, {})))).toHaveLength(6);
    expect(await alike((each) => walk((page) => each.listRegister(office, page, { latestFirst: true })))).toHaveLength(
      6,
    );
    expect(await alike((each) => walk((page) => each.listEnded(office, page, {})))).toEqual([]);
    expect(await alike((each) => walk((page) => each.listByWorker('officer-serik', page)))).toEqual([]);
    expect(await alike((each) => walk((page) => each.listByFiler('operator-aliya', page)))).toEqual([]);
    const until = requests[1] && 'work' in requests[1] ? requests[1].work?.dueAt : undefined;
    expect(await alike((each) => walk((page) => each.listByOffice(office, page, { until })))).toEqual([]);
    expect(await alike((each) => walk((page) => each.listByOffice(office, page, { since: until })))).toHaveLength(3);
    expect(await alike((each) => each.countDue(office, { until: '2099-01-01' }, 2))).toBe(2);
    expect(await alike((each) => each.countDue(office, { since: until }, 9))).toBe(3);
    expect(await alike((each) => each.countDue(office, { since: '2026-01-01', until }, 9))).toBe(0);
    expect(await alike(async (each) => (await each.findAll([idOf(3), 'none', idOf(1)])).map(({ id }) => id))).toEqual([
      idOf(3),
      idOf(1),
    ]);
    expect(await alike(async (each) => readTally((await each.countOpen(office)).tally))).toMatchObject({
      ...{ all: 3, free: 3, task: { accept: 3 }, worker: {} },
    });
  });

  it('on a period with the cursor of another one', async () => {
    const { office } = draft();
    const table = both[1]!;
    const { next } = await table.listRegister(office, { limit: 2 }, {});
    const [at = ''] = next ?? [];
    const listed = async (between: Between) =>
      (await table.listRegister(office, { limit: 9, from: next }, between)).lines;
    expect(await listed({ until: '2000' })).toEqual([]);
    expect(await listed({ since: `${at}~`, latestFirst: true })).toEqual([]);
    expect((await listed({ since: `${at}~` })).length).toBe(4);
    expect((await listed({ until: '2000', latestFirst: true })).length).toBe(0);
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
