import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/queue/claim-work/contract.ts';
import { claimWork } from '../../../../functions/queue/claim-work/claim-work.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { saule } from '../../../lib/adapters/identity/people.ts';
import {
  accepted,
  after,
  created,
  draft,
  gulnar,
  must,
  numbered,
  opened,
  serik,
} from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { claim } from '../../../../lib/domain/request/work/officer.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { asked, bodyOf } from '../../asked.ts';
import {
  absent,
  accounts,
  accountsOf,
  citizen,
  colleague,
  elsewhere,
  interested,
  officer,
  officerAccount,
} from '../../cast.ts';

const waiting = opened(numbered(), '05-mio-accept', 'accept');
const { id } = draft();
const take = (requests = memoryRequests(waiting), caller: Caller = officer, of = id, known = accounts) =>
  claimWork(asked({ params: { id: of } }), caller, { requests, accounts: known, findService, now: after(5) });

it('an officer of the office claims the work, and a second claim changes nothing', async () => {
  const requests = memoryRequests(waiting);
  const mine = { claimedBy: { name: serik.name, mine: true } };
  expect(bodyOf(contract, await take(requests))).toMatchObject({ row: '05-mio-accept', ...mine });
  const once = await requests.find(id);
  expect(bodyOf(contract, await take(requests))).toMatchObject(mine);
  expect(await requests.find(id)).toEqual(once);
});

it('the second of two officers is told who was first', async () => {
  const requests = memoryRequests(must(claim(waiting, gulnar, after(4))));
  expect(await take(requests)).toEqual({ refused: 'work/claimed', facts: { by: gulnar.name } });
  expect(bodyOf(contract, await take(requests, colleague))).toMatchObject({ claimedBy: { mine: true } });
});

it('an officer leaves their own request to a colleague', async () => {
  expect(await take(undefined, officer, id, interested)).toEqual({ refused: 'work/own-request' });
});

it('another office, an applicant, finished work, or an unknown request gets "no such work"', async () => {
  for (const caller of [elsewhere, citizen]) expect(await take(undefined, caller)).toEqual({ refused: 'work/unknown' });
  expect(await take(memoryRequests(accepted()))).toEqual({ refused: 'work/unknown' });
  expect(await take(undefined, officer, absent)).toEqual({ refused: 'work/unknown' });
});

it('a signature is claimed by the head, or by an officer whose mandate works now', async () => {
  const toSign = opened(created(), '12-mio-sign', 'sign');
  const head: Caller = { account: 'head', role: 'mio-head', office: officer.office, session: 's' };
  const known = accountsOf(officerAccount, { ...officerAccount, id: 'head', iin: saule, role: 'mio-head' });
  expect(await take(memoryRequests(toSign), head, id, known)).toHaveProperty('body');
  expect(await take(memoryRequests(toSign))).toHaveProperty('body');
  expect(await take(memoryRequests(toSign), colleague)).toEqual({ refused: 'work/no-mandate' });
});

it.each([
  ['ended', { until: after(5).toISOString() }],
  ['not begun', { from: after(6).toISOString() }],
  ['of another office', { office: 'turkestan' }],
])('a mandate that has %s is none', async (_, more) => {
  const toSign = opened(created(), '12-mio-sign', 'sign');
  const known = accountsOf({ ...officerAccount, mandate: { ...officerAccount.mandate!, ...more } });
  expect(await take(memoryRequests(toSign), officer, id, known)).toEqual({ refused: 'work/no-mandate' });
});
