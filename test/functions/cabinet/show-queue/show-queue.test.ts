import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/cabinet/show-queue/contract.ts';
import { showQueue } from '../../../../functions/cabinet/show-queue/show-queue.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { answerOffer } from '../../../../lib/domain/request/queue/queue.ts';
import type { Request, RequestIn } from '../../../../lib/domain/request/request.ts';
import { after, must, numbered } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { answered, offered, queued, serikOffers } from '../../../lib/domain/request/queue-example.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, citizen, elsewhere, officer, stranger } from '../../cast.ts';

const waiting = queued() as RequestIn<'queued'>;
const earlier = { ...waiting, id: absent, submission: { ...waiting.submission, at: after(0).toISOString() } };
const ask = (request: Request, caller: Caller = citizen, now = after(50)) =>
  showQueue(asked({ params: { id: request.id } }), caller, { requests: memoryRequests(request, earlier), now });

it('applicants see how many are before them, and what was offered', async () => {
  for (const caller of [citizen, officer])
    expect(bodyOf(contract, await ask(offered(), caller))).toMatchObject({
      position: 2,
      offers: [{ id: serikOffers.id, state: 'open' }],
    });
});

it('an offer is over at its due time, even before the sweeper has ended it', async () => {
  const { offers } = bodyOf(contract, await ask(offered(), citizen, new Date(serikOffers.dueAt)));
  expect(offers).toMatchObject([{ state: 'lapsed' }]);
});

it('a request whose place was accepted leaves the queue and keeps its history', async () => {
  const consented = must(answerOffer(offered(), serikOffers.id, answered('accepted', after(40)), after(40)));
  const shown = bodyOf(contract, await ask(consented));
  expect(shown).not.toHaveProperty('position');
  expect(shown.offers).toMatchObject([{ state: 'accepted', answeredAt: after(40).toISOString() }]);
});

it('a request that was never in the queue is refused, and others get "no such request"', async () => {
  expect(await ask({ ...numbered(), id: '01KAH7M0000000000000000001' })).toEqual({ refused: 'queue/not-waiting' });
  for (const caller of [stranger, elsewhere])
    expect(await ask(queued(), caller)).toEqual({ refused: 'request/unknown' });
});
