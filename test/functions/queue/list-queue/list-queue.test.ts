import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/queue/list-queue/contract.ts';
import { listQueue } from '../../../../functions/queue/list-queue/list-queue.ts';
import { showQueue } from '../../../../functions/cabinet/show-queue/show-queue.ts';
import { openRequests, type RequestTable } from '../../../../lib/adapters/dynamo/requests.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { isRefusal } from '../../../../lib/domain/problem/problem.ts';
import { isSubmitted, type Request } from '../../../../lib/domain/request/request.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { after } from '../../../lib/domain/request/example.ts';
import { offered, queued, preschool } from '../../../lib/domain/request/queue-example.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
let requests: RequestTable;
const count = 25;
const idOf = (index: number) => `01KAH7M00000000000000${String(index).padStart(5, '0')}`;

/** Submitted a minute after the one before it, and added in another order. */
function waiting(index: number, from = queued(), more: Partial<Request> = {}): Request {
  if (!isSubmitted(from)) throw new Error('the example has not been submitted');
  const submission = { ...from.submission, at: after(index).toISOString() };
  return { ...from, ...more, id: idOf(index), submission } as Request;
}

beforeAll(async () => {
  table = await openMemoryTable();
  requests = openRequests(table);
  for (let index = 0; index < count; index += 1) {
    const place = (index * 7) % count;
    await requests.add(waiting(place, place === 3 ? offered() : queued()));
  }
  await requests.add(waiting(900, queued(), { office: 'turkestan' }));
  await requests.add(waiting(901, queued(), preschool));
});
afterAll(() => table.close());

const caller: Caller = { account: 'officer-serik', role: 'mio-officer', session: 's', office: 'shymkent' };
const service = 'south-kazakhstan-unemployed-certificate';
const asked = { params: undefined, headers: undefined, body: undefined, language: 'ru', sourceIp: '' } as const;
const known = [service, 'south-kazakhstan-preschool-queue'];
const needs = () => ({ requests, queuesAt: () => known, findService, now: after(60) });

async function page(query: object, by = caller) {
  const answered = await listQueue({ ...asked, query: contract.query.parse(query) }, by, needs());
  if (isRefusal(answered)) throw new Error(answered.refused);
  return contract.answer.parse(answered.body);
}

describe('the queue of a service and office', () => {
  it('is in the order of submission on all pages, with each position', async () => {
    const lines = [];
    for (let next: string | undefined = ''; next !== undefined;) {
      const one: Awaited<ReturnType<typeof page>> = await page({ service, limit: '10', ...(next && { from: next }) });
      lines.push(...one.queue);
      next = one.next;
    }
    expect(lines.map(({ id }) => id)).toEqual(Array.from({ length: count }, (_, index) => idOf(index)));
    expect(lines.map(({ position }) => position)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
  });

  it('says who has an open offer', async () => {
    const { queue } = await page({ service, limit: '100' });
    expect(queue.flatMap(({ id, offer }) => (offer ? [[id, offer.state]] : []))).toEqual([[idOf(3), 'open']]);
    expect(queue[3]).toMatchObject({ offered: 1, position: 4 });
  });

  it('is only that of one office and service, which must be named if there are two', async () => {
    expect((await page({ service }, { ...caller, office: 'turkestan' })).queue.map(({ id }) => id)).toEqual([
      idOf(900),
    ]);
    expect((await page({ service: known[1] })).queue.map(({ id }) => id)).toEqual([idOf(901)]);
    expect(await page({})).toEqual({ queue: [] });
    const answered = await listQueue({ ...asked, query: contract.query.parse({ service: 'x' }) }, caller, needs());
    expect(answered).toEqual({ refused: 'service/unknown' });
  });

  it('does not exist for a caller without an office', async () => {
    const nowhere: Caller = { account: 'auditor', role: 'auditor', session: 's' };
    const answered = await listQueue({ ...asked, query: contract.query.parse({}) }, nowhere, needs());
    expect(answered).toEqual({ refused: 'access/denied' });
  });

  it('gives the applicant the same position', async () => {
    const owner: Caller = { account: 'applicant-azamat', role: 'applicant', session: 's' };
    const params = { id: idOf(17) };
    const shown = await showQueue({ ...asked, params, query: undefined }, owner, needs());
    expect(shown).toMatchObject({ body: { position: 18, offers: [] } });
  });
});
