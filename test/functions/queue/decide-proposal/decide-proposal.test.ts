import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/queue/decide-proposal/contract.ts';
import { decideProposal } from '../../../../functions/queue/decide-proposal/decide-proposal.ts';
import { viewHistory } from '../../../../lib/adapters/http/views/history-view.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { proposePlace } from '../../../../lib/domain/request/queue/proposal.ts';
import { offerPlace } from '../../../../lib/domain/request/queue/queue.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { accountOf, saule } from '../../../lib/adapters/identity/people.ts';
import { after, draft, must } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { preschool, queued, serikOffers, serikProposes } from '../../../lib/domain/request/queue-example.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, accountsOf, elsewhere, officer, officerAccount } from '../../cast.ts';

const { id, office } = draft();
const proposed: Request = { ...must(proposePlace(queued(), serikProposes)), ...preschool };
const head: Caller = { ...officer, account: 'head', role: 'mio-head' };
const headAccount = { ...accountOf(saule, 'mio-head', office), id: 'head', fullName: 'Демо Әлия' };
const accounts = accountsOf(headAccount, officerAccount);

const decide = (
  decision: 'approved' | 'declined',
  requests = memoryRequests(proposed),
  { caller = head, of = id, proposal = serikProposes.id, known = accounts } = {},
) =>
  decideProposal(asked({ params: { id: of, proposal }, body: { decision } }), caller, {
    ...{ requests, accounts: known, findService, now: after(40) },
  });

it('approved, the place is offered for the regulation’s term; both are named, and the applicant is told', async () => {
  const requests = memoryRequests(proposed);
  const answer = await decide('approved', requests);
  expect(answer).toMatchObject({ about: { unusual: 'out-of-turn', proposer: officer.account } });
  const { offer } = bodyOf(contract, answer);
  expect(offer).toMatchObject({ id: serikProposes.id, organisation: serikProposes.organisation, state: 'open' });
  const kept = (await requests.find(id))!;
  expect(kept).not.toHaveProperty('queue.proposal');
  expect(kept.notices.at(-1)).toMatchObject({ code: 'place-offered', facts: { dueAt: offer?.dueAt } });
  expect(viewHistory(kept.events, 'applicant').at(-1)).toMatchObject({
    ...{ code: 'place-offered', facts: { ground: 'court' } },
    by: { role: 'mio-head', name: 'Демо Әлия' },
    proposed: { role: 'mio-officer', name: 'Демо Серік' },
  });
  expect(bodyOf(contract, await decide('approved', requests)).offer).toEqual(offer);
  expect(await decide('declined', requests)).toEqual({ refused: 'proposal/unknown' });
});

it('declined, nothing was offered, both are named, and the child waits as before', async () => {
  const requests = memoryRequests(proposed);
  expect(bodyOf(contract, await decide('declined', requests))).toEqual({});
  const kept = (await requests.find(id))!;
  expect(kept).toMatchObject({ state: 'queued', queue: { offers: [] } });
  expect(kept).not.toHaveProperty('queue.proposal');
  expect(kept.notices).toEqual(proposed.notices);
  expect(kept.events.at(-1)).toMatchObject({
    ...{ code: 'proposal-declined', by: 'head', proposed: { by: officer.account } },
    facts: { proposal: serikProposes.id, ground: 'court' },
  });
  expect(bodyOf(contract, await decide('declined', requests))).toEqual({});
  expect(await requests.find(id)).toEqual(kept);
  expect(await decide('approved', requests)).toEqual({ refused: 'proposal/unknown' });
});

it('nobody decides on what they have proposed, even when they are the head by now', async () => {
  const requests = memoryRequests(proposed);
  const promoted = { caller: { ...head, account: officer.account } };
  for (const decision of ['approved', 'declined'] as const)
    expect(await decide(decision, requests, promoted)).toEqual({ refused: 'proposal/own' });
  expect(await requests.find(id)).toEqual(proposed);
});

it('is out of date once a place is offered in turn', async () => {
  const inTurn = must(offerPlace(proposed, serikOffers, after(30)));
  expect(await decide('approved', memoryRequests(inTurn))).toEqual({ refused: 'proposal/unknown' });
});

it('nobody decides for themselves, for another office, or on what nobody has proposed', async () => {
  const own = accountsOf({ ...headAccount, iin: proposed.applicant.iin });
  expect(await decide('approved', undefined, { known: own })).toEqual({ refused: 'work/own-request' });
  expect(await decide('approved', undefined, { caller: { ...elsewhere, account: 'head', role: 'mio-head' } })).toEqual({
    refused: 'request/unknown',
  });
  expect(await decide('approved', undefined, { of: absent })).toEqual({ refused: 'request/unknown' });
  expect(await decide('approved', undefined, { proposal: absent })).toEqual({ refused: 'proposal/unknown' });
  const gone = await decide('approved', undefined, { known: accountsOf() });
  expect(gone).toEqual({ refused: 'access/unauthenticated' });
});
