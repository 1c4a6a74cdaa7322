import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openComplaintList, type ComplaintList } from '../../../../lib/adapters/dynamo/complaint-list.ts';
import { openRequests } from '../../../../lib/adapters/dynamo/requests.ts';
import { ulid } from 'ulid';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { numbered } from '../../domain/request/example.ts';
import { complained, filed, replied } from '../../domain/request/complaint-example.ts';
import { openMemoryTable } from '../identity/memory-table.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
let complaints: ComplaintList;
let requests: ReturnType<typeof openRequests>;
beforeAll(async () => {
  table = await openMemoryTable();
  complaints = openComplaintList(table);
  requests = openRequests(table);
});
afterAll(() => table.close());

const idsIn = async (place: string, state: 'open' | 'answered') =>
  (await complaints.list(place, state, { limit: 100 })).entries.map(({ request }) => request);
const stored = async (minutes: number): Promise<Request> => {
  const request = { ...numbered(), id: ulid() };
  await requests.add(request);
  const filedOne = { ...complained(request, minutes), version: request.version + 1 };
  await requests.replace(filedOne, request);
  return filedOne;
};

it('office and akimat have what was filed, the earliest due first, page by page; answered, it moves; erased, it goes', async () => {
  const [late, early, middle] = [await stored(4000), await stored(30), await stored(2000)];
  for (const place of ['shymkent', 'south-kazakhstan-akimat'])
    expect(await idsIn(place, 'open')).toEqual([early, middle, late].map(({ id }) => id));
  const page = await complaints.list('shymkent', 'open', { limit: 2 });
  expect(page.entries.map(({ request }) => request)).toEqual([early.id, middle.id]);
  const rest = await complaints.list('shymkent', 'open', { limit: 2, from: page.next });
  expect(rest).toEqual({ entries: [expect.objectContaining({ request: late.id, complaint: filed.id })] });

  const answered = { ...replied(early), version: early.version + 1 };
  await requests.replace(answered, early);
  expect([await idsIn('shymkent', 'open'), await idsIn('shymkent', 'answered')]).toEqual([
    [middle.id, late.id],
    [early.id],
  ]);
  await requests.erase(answered);
  for (const place of ['shymkent', 'south-kazakhstan-akimat']) expect(await idsIn(place, 'answered')).toEqual([]);
});

it('a place without complaints has an empty list', async () => {
  expect(await complaints.list('nowhere', 'open', { limit: 10 })).toEqual({ entries: [] });
});
