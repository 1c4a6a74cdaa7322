import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/queue/propose-place/contract.ts';
import { proposePlace } from '../../../../functions/queue/propose-place/propose-place.ts';
import { duesOf } from '../../../../lib/domain/request/due.ts';
import { viewRequest } from '../../../../lib/adapters/http/views/request-view.ts';
import { isRefusal } from '../../../../lib/domain/problem/problem.ts';
import { after, draft, numbered } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { offered, queued } from '../../../lib/domain/request/queue-example.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, accounts, accountsOf, citizen, colleague, elsewhere, interested, officer } from '../../cast.ts';

const { id } = draft();
const body = { organisation: 'Ясли-сад № 12 «Балдәурен»', keptFrom: '2027-01-11', ground: 'court' } as const;
let made = 0;
const propose = (
  requests = memoryRequests(queued()),
  { caller = officer, of = id, known = accounts, keptFrom = '2027-01-11' } = {},
) =>
  proposePlace(asked({ params: { id: of }, body: { ...body, keptFrom } }), caller, {
    ...{ requests, accounts: known, now: after(30) },
    newId: () => `01KAH7M00000000000000002${String(++made).padStart(2, '0')}`,
  });

it('a place past others is proposed with its ground; nothing is offered, and the applicant is told nothing', async () => {
  const requests = memoryRequests(queued());
  const answer = await propose(requests);
  expect(answer).toMatchObject({ status: 201, about: { unusual: 'proposed' } });
  expect(bodyOf(contract, answer)).toMatchObject({ ...body, name: 'Демо Серік' });
  const kept = (await requests.find(id))!;
  expect(kept).toMatchObject({ state: 'queued', queue: { offers: [], proposal: { by: officer.account } } });
  expect(kept.notices).toEqual(queued().notices);
  expect(duesOf(kept).map(({ kind }) => kind)).not.toContain('lapse');
  expect(kept.events.at(-1)).toMatchObject({
    ...{ code: 'place-proposed', by: officer.account, as: { role: 'mio-officer' } },
    facts: { ground: 'court' },
  });
  expect(viewRequest(kept, after(31), citizen)).not.toHaveProperty('offer');
});

it('the same proposal again changes nothing; another one waits until the head has decided', async () => {
  const requests = memoryRequests(queued());
  const first = bodyOf(contract, await propose(requests));
  const once = await requests.find(id);
  const again = await propose(requests);
  expect(again).toMatchObject({ status: 200 });
  expect(bodyOf(contract, again)).toEqual(first);
  const refused = { refused: 'proposal/open' };
  expect(await propose(requests, { keptFrom: '2027-01-12' })).toEqual(refused);
  expect(await propose(requests, { caller: colleague })).toEqual(refused);
  expect(await requests.find(id)).toEqual(once);
});

it('nothing is proposed to who has an offer or does not wait', async () => {
  expect(await propose(memoryRequests(offered()))).toEqual({ refused: 'offer/open' });
  expect(await propose(memoryRequests(numbered()))).toEqual({ refused: 'queue/not-waiting' });
});

it('nobody proposes it for themselves, from another office, or without an account', async () => {
  expect(await propose(undefined, { known: interested })).toEqual({ refused: 'work/own-request' });
  for (const caller of [elsewhere, citizen])
    expect(await propose(undefined, { caller })).toEqual({ refused: 'request/unknown' });
  expect(await propose(undefined, { of: absent })).toEqual({ refused: 'request/unknown' });
  const gone = await propose(undefined, { known: accountsOf() });
  expect(isRefusal(gone) && gone.refused).toBe('access/unauthenticated');
});
