import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/queue/offer-place/contract.ts';
import { offerPlace } from '../../../../functions/queue/offer-place/offer-place.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import type { RequestIn } from '../../../../lib/domain/request/request.ts';
import { isRefusal } from '../../../../lib/domain/problem/problem.ts';
import { after, draft, numbered } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { preschool, queued } from '../../../lib/domain/request/queue-example.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, accounts, accountsOf, citizen, elsewhere, interested, officer } from '../../cast.ts';

const { id } = draft();
const place = { organisation: 'Ясли-сад № 12 «Балдәурен»', keptFrom: '2027-01-11' };
interface Given {
  readonly caller?: Caller;
  readonly body?: typeof place;
  readonly of?: string;
  readonly known?: typeof accounts;
}
const waiting = { ...queued(), ...preschool } as RequestIn<'queued'>;
const earlier = {
  ...waiting,
  id: '01KAH7M0000000000000000008',
  submission: { ...waiting.submission, at: after(0).toISOString() },
};
let offers = 0;
const offer = (
  requests = memoryRequests(waiting),
  { caller = officer, body = place, of = id, known = accounts }: Given = {},
) =>
  offerPlace(asked({ params: { id: of }, body }), caller, {
    ...{ requests, accounts: known, findService, now: after(30) },
    newId: () => `01KAH7M00000000000000001${String(++offers).padStart(2, '0')}`,
  });

it('a place is offered for the regulation’s five working days, and the applicant is told', async () => {
  const requests = memoryRequests(waiting);
  const offered = await offer(requests);
  expect(offered).toMatchObject({ status: 201 });
  expect(bodyOf(contract, offered)).toMatchObject({ ...place, state: 'open', offeredAt: after(30).toISOString() });
  const told = (await requests.find(id))?.notices.at(-1);
  expect(told).toMatchObject({ code: 'place-offered', facts: { dueAt: bodyOf(contract, offered).dueAt } });
  expect(bodyOf(contract, offered).dueAt.slice(0, 10)).toBe('2026-11-30');
});

it('the same offer again changes nothing; another one is refused while it is open', async () => {
  const requests = memoryRequests(waiting);
  const first = bodyOf(contract, await offer(requests));
  const once = await requests.find(id);
  const again = await offer(requests);
  expect(again).toMatchObject({ status: 200 });
  expect(bodyOf(contract, again)).toEqual(first);
  expect(await offer(requests, { body: { ...place, keptFrom: '2027-01-12' } })).toEqual({ refused: 'offer/open' });
  expect(await requests.find(id)).toEqual(once);
});

it('no place is offered for a service without a queue, or to a request that does not wait', async () => {
  expect(await offer(memoryRequests(queued()))).toEqual({ refused: 'queue/not-waiting' });
  expect(await offer(memoryRequests({ ...numbered(), ...preschool }))).toEqual({ refused: 'queue/not-waiting' });
  expect(await offer(memoryRequests({ ...waiting, service: 'moon' }))).toEqual({ refused: 'service/unknown' });
});

it('nobody offers a place to themselves, from another office, or without an account', async () => {
  expect(await offer(undefined, { known: interested })).toEqual({ refused: 'work/own-request' });
  for (const caller of [elsewhere, citizen])
    expect(await offer(undefined, { caller })).toEqual({ refused: 'request/unknown' });
  expect(await offer(undefined, { of: absent })).toEqual({ refused: 'request/unknown' });
  const gone = await offer(undefined, { known: accountsOf() });
  expect(isRefusal(gone) && gone.refused).toBe('access/unauthenticated');
});

it('past others who wait longer nobody offers a place, also not the head', async () => {
  const requests = memoryRequests(waiting, earlier);
  const before = await requests.find(id);
  for (const caller of [officer, { ...officer, role: 'mio-head' } as const])
    expect(await offer(requests, { caller })).toEqual({ refused: 'offer/out-of-turn' });
  expect(await requests.find(id)).toEqual(before);
});

it('who has an open offer, or was offered this place before, holds nobody up', async () => {
  const requests = memoryRequests(waiting, earlier);
  expect(await offer(requests, { of: earlier.id })).toMatchObject({ status: 201 });
  const next = await offer(requests);
  expect(next).toMatchObject({ status: 201 });
  expect(next).not.toHaveProperty('about');
});
