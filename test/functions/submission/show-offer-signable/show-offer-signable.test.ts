import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/submission/show-offer-signable/contract.ts';
import { showOfferSignable } from '../../../../functions/submission/show-offer-signable/show-offer-signable.ts';
import { answerOffer } from '../../../../lib/domain/request/queue/queue.ts';
import { sha256Hex } from '../../../../lib/domain/digest/sha256.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { after, draft, must } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { answered, offered, queued, serikOffers } from '../../../lib/domain/request/queue-example.ts';
import { asked, bodyOf } from '../../asked.ts';
import {
  absent,
  accounts,
  accountsOf,
  auditor,
  citizen,
  interested,
  officer,
  officerAccount,
  stranger,
} from '../../cast.ts';

const filed: Request = {
  ...offered(),
  filedBy: { account: 'operator', iin: '930405400070', place: officer.office ?? '' },
};
const show = (
  request: Request = offered(),
  {
    caller = citizen,
    known = accounts,
    answer = 'accepted',
    offer = serikOffers.id,
    now = after(40),
    id = draft().id,
  } = {},
) =>
  showOfferSignable(asked({ params: { id, offer }, query: contract.query.parse({ answer }) }), caller, {
    ...{ requests: memoryRequests(request), accounts: known, now },
  });
const read = async (...of: Parameters<typeof show>) => {
  const { content, sha256 } = bodyOf(contract, await show(...of));
  expect(sha256).toBe(sha256Hex(Buffer.from(content, 'base64')));
  return JSON.parse(Buffer.from(content, 'base64').toString()) as Record<string, unknown>;
};

it('the answer to sign names the offer, the answer in both languages, and who signs it', async () => {
  const consent = await read();
  expect(consent).toMatchObject({ offer: { id: serikOffers.id }, answer: 'accepted', signer: { iin: '900315300010' } });
  expect(consent).toHaveProperty('statement.ru', expect.stringContaining('Согласен'));
  expect(await read(offered(), { answer: 'declined' })).toHaveProperty(
    'statement.ru',
    expect.stringContaining('Отказываюсь'),
  );
});

it('any employee of the counter that filed a visitor’s request answers, but not on their own request', async () => {
  expect(await read(filed, { caller: officer })).toMatchObject({ signer: { iin: officerAccount.iin } });
  expect(await show(filed, { caller: officer, known: interested })).toEqual({ refused: 'work/own-request' });
});

it('an offer that is over or has another answer is not signed', async () => {
  const declined = must(answerOffer(offered(), serikOffers.id, answered('declined', after(35)), after(35)));
  expect(await show(declined)).toEqual({ refused: 'offer/answered-otherwise' });
  expect(await show(offered(), { now: new Date(serikOffers.dueAt) })).toEqual({ refused: 'offer/lapsed' });
  expect(await show(offered(), { offer: 'none' })).toEqual({ refused: 'offer/unknown' });
  expect(await show(queued())).toEqual({ refused: 'offer/unknown' });
});

it('others get "no such request", and without an account there is no session', async () => {
  const known = accountsOf(...[stranger, officer, auditor].map(({ account: id }) => ({ ...officerAccount, id })));
  for (const caller of [stranger, officer, auditor])
    expect(await show(offered(), { caller, known })).toEqual({ refused: 'request/unknown' });
  expect(await show(offered(), { id: absent })).toEqual({ refused: 'request/unknown' });
  expect(await show(offered(), { known: accountsOf() })).toEqual({ refused: 'access/unauthenticated' });
});
