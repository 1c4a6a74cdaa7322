import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/queue/list-ended/contract.ts';
import { listEnded } from '../../../../functions/queue/list-ended/list-ended.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { after, numbered, signed } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked, bodyOf } from '../../asked.ts';
import { citizen, elsewhere, officer } from '../../cast.ts';

const idOf = (index: number) => `01KAH7M000000000000000000${index}`;
const issued = (index: number, minutes: number) =>
  ({ ...signed(), id: idOf(index), state: 'issued', closedAt: after(minutes).toISOString() }) as Request;
const requests = memoryRequests(issued(1, 20), issued(2, 30), issued(3, 40), { ...numbered(), id: idOf(4) });
const list = async (query: object = {}, caller = officer) =>
  listEnded(asked({ query: contract.query.parse(query) }), caller, { requests, findService, now: after(60) });
const idsOf = async (query: object, caller = officer) =>
  bodyOf(contract, await list(query, caller)).requests.map(({ id }) => id);

it('lists what the office has finished, the latest first, in pages', async () => {
  expect(await idsOf({})).toEqual([idOf(3), idOf(2), idOf(1)]);
  const first = bodyOf(contract, await list({ limit: 2 }));
  expect(first.requests[0]).toMatchObject({ late: false, result: { outcome: 'approved' } });
  expect(await idsOf({ limit: 2, from: first.next })).toEqual([idOf(1)]);
});

it('lists a time, a service, an outcome and what was late', async () => {
  expect(await idsOf({ since: after(25).toISOString(), until: after(40).toISOString() })).toEqual([idOf(2)]);
  expect(await idsOf({ service: 'another' })).toEqual([]);
  expect(await idsOf({ outcome: 'refused' })).toEqual([]);
  expect(await idsOf({ late: 'true' })).toEqual([]);
});

it('shows an office only its own', async () => {
  expect(await idsOf({}, elsewhere)).toEqual([]);
  expect(await list({}, citizen)).toEqual({ refused: 'access/denied' });
});
