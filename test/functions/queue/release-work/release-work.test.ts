import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/queue/release-work/contract.ts';
import { releaseWork } from '../../../../functions/queue/release-work/release-work.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { claim } from '../../../../lib/domain/request/work/officer.ts';
import { accepted, after, draft, must, numbered, opened, serik } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, accounts, citizen, colleague, elsewhere, interested, officer } from '../../cast.ts';

const claimed = must(claim(opened(numbered(), '05-mio-accept', 'accept'), serik, after(5)));
const { id } = draft();
const release = (requests = memoryRequests(claimed), caller: Caller = officer, of = id, known = accounts) =>
  releaseWork(asked({ params: { id: of } }), caller, { requests, accounts: known, findService, now: after(6) });

it('the officer who claimed the work gives it back to the queue; a second time changes nothing', async () => {
  const requests = memoryRequests(claimed);
  expect(bodyOf(contract, await release(requests))).not.toHaveProperty('claimedBy');
  const once = await requests.find(id);
  expect(once?.events.at(-1)).toMatchObject({ code: 'work-released', by: officer.account });
  expect(bodyOf(contract, await release(requests))).not.toHaveProperty('claimedBy');
  expect(await requests.find(id)).toEqual(once);
});

it('nobody gives back work that a colleague has claimed', async () => {
  expect(await release(undefined, colleague)).toEqual({ refused: 'work/claimed', facts: { by: serik.name } });
  expect(await release(undefined, officer, id, interested)).toEqual({ refused: 'work/own-request' });
});

it('another office, an applicant, finished work, or an unknown request gets "no such work"', async () => {
  for (const caller of [elsewhere, citizen])
    expect(await release(undefined, caller)).toEqual({ refused: 'work/unknown' });
  expect(await release(memoryRequests(accepted()))).toEqual({ refused: 'work/unknown' });
  expect(await release(undefined, officer, absent)).toEqual({ refused: 'work/unknown' });
});
