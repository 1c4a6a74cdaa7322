import { beforeAll, expect, it } from '@jest/globals';
import { answerOffer } from '../../../../functions/submission/answer-offer/answer-offer.ts';
import { contract } from '../../../../functions/submission/answer-offer/contract.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import type { Answer, Offer } from '../../../../lib/domain/request/offer.ts';
import type { RequestIn } from '../../../../lib/domain/request/request.ts';
import { answerBytes } from '../../../../lib/domain/request/queue/written-answer.ts';
import { binOf, sign } from '../../../lib/adapters/trust/authority.ts';
import { saule } from '../../../lib/adapters/identity/people.ts';
import { after, draft } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { offered, serikOffers, preschool } from '../../../lib/domain/request/queue-example.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, accounts, accountsOf, citizen, interested, machines, officer } from '../../cast.ts';
import { memoryEds } from '../../memory-eds.ts';

let eds: Awaited<ReturnType<typeof memoryEds>>;
beforeAll(async () => (eds = await memoryEds()));

const { id, applicant } = draft();
const waiting = { ...offered(), ...preschool } as RequestIn<'queued'>;
const [offer] = waiting.queue.offers as [Offer];

/** The applicant's own signature, or another person's, over the answer. */
async function cmsOf(answer: Answer, iin = applicant.iin) {
  const content = answerBytes(waiting, offer, answer, applicant.iin);
  return Buffer.from(sign(await eds.authority.issue(iin, 'signature'), content)).toString('base64');
}
const give = (
  body: { answer: Answer; cms: string },
  {
    requests = memoryRequests(waiting),
    caller = citizen,
    known = accounts,
    now = after(40),
    of = id,
    started = machines(),
  } = {},
) =>
  answerOffer(asked({ params: { id: of, offer: offer.id }, body }), caller, {
    ...{ requests, accounts: known, machines: started, findService, now },
    ...{ documents: eds.documents, refused: eds.refused, checkEds: eds.checkEds, binOf, stamps: true },
  });

it('a signed refusal leaves the request in the queue, and starts nothing', async () => {
  const started = machines();
  const shown = await give({ answer: 'declined', cms: await cmsOf('declined') }, { started });
  expect(bodyOf(contract, shown)).toMatchObject({ state: 'queued' });
  expect(started.started).toEqual([]);
});

it('a signed consent causes one new decision, however often it is sent', async () => {
  const [requests, started] = [memoryRequests(waiting), machines()];
  const body = { answer: 'accepted', cms: await cmsOf('accepted') } as const;
  expect(bodyOf(contract, await give(body, { requests, started }))).toMatchObject({ state: 'in-progress' });
  expect(started.started).toEqual([id]);
  const once = await requests.find(id);
  bodyOf(contract, await give(body, { requests }));
  expect(await requests.find(id)).toEqual(once);
  const contrary = { answer: 'declined', cms: await cmsOf('declined') } as const;
  expect(await give(contrary, { requests })).toEqual({ refused: 'offer/answered-otherwise' });
});

it('the signature, its report and its evidence are stored before the request names them', async () => {
  const requests = memoryRequests(waiting);
  await give({ answer: 'declined', cms: await cmsOf('declined') }, { requests });
  const kept = (await requests.find(id)) as RequestIn<'queued'>;
  const [{ answer }] = kept.queue.offers as [Extract<Offer, { state: 'declined' }>];
  for (const key of [answer.contentKey, answer.cmsKey, answer.reportKey, answer.evidenceKey])
    expect(eds.files.has(key)).toBe(true);
});

it("another person's signature, and one over the opposite answer, are refused, and the offer stays open", async () => {
  const requests = memoryRequests(waiting);
  for (const cms of [await cmsOf('accepted', saule), await cmsOf('declined')])
    expect(await give({ answer: 'accepted', cms }, { requests })).toMatchObject({ refused: 'eds/failed' });
  const kept = await requests.find(id);
  expect(kept).toMatchObject({ state: 'queued', queue: { offers: [{ state: 'open' }] } });
  expect(kept?.events.at(-1)).toMatchObject({ code: 'signature-refused', facts: { offer: serikOffers.id } });
});

it('employees do not answer for themselves, and an unknown offer is not answered', async () => {
  const body = { answer: 'accepted', cms: '' } as const;
  const filedBy = { account: 'operator', iin: '930405400070', place: officer.office ?? '' };
  const filed = memoryRequests({ ...waiting, filedBy });
  expect(await give(body, { requests: filed, caller: officer, known: interested })).toEqual({
    refused: 'work/own-request',
  });
  const none = memoryRequests({ ...waiting, queue: { ...waiting.queue, offers: [] } });
  expect(await give(body, { requests: none })).toEqual({ refused: 'offer/unknown' });
  expect(await give(body, { requests: memoryRequests({ ...waiting, service: 'moon' }) })).toEqual({
    refused: 'service/unknown',
  });
});

it('an offer that is over cannot be answered any more', async () => {
  const late = { now: new Date(serikOffers.dueAt) };
  expect(await give({ answer: 'accepted', cms: await cmsOf('accepted') }, late)).toEqual({ refused: 'offer/lapsed' });
});

it('others get "no such request", and without an account there is no session', async () => {
  const body = { answer: 'accepted', cms: '' } as const;
  expect(await give(body, { caller: officer })).toEqual({ refused: 'request/unknown' });
  expect(await give(body, { of: absent })).toEqual({ refused: 'request/unknown' });
  expect(await give(body, { known: accountsOf() })).toEqual({ refused: 'access/unauthenticated' });
});
