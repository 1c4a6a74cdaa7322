import { expect, it } from '@jest/globals';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { signOutput } from '../../../../functions/decisions/sign-output/sign-output.ts';
import { claim } from '../../../../lib/domain/request/work/officer.ts';
import { after, created, decided, draft, must, numbered, opened, serik } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked } from '../../asked.ts';
import {
  absent,
  accounts,
  accountsOf,
  citizen,
  elsewhere,
  interested,
  machines,
  officer,
  officerAccount,
} from '../../cast.ts';

const untouched = () => Promise.reject(new Error('no signature is looked at'));
const waiting = opened(created(), '12-mio-sign', 'sign');
const sign = (
  request = waiting,
  { caller = officer, known = accounts, id = draft().id, requests = memoryRequests(request) } = {},
) =>
  signOutput(asked({ params: { id }, body: { cms: 'MAA=' } }), caller, {
    ...{ requests, accounts: known, machines: machines(), findService, now: after(12) },
    ...{
      documents: { read: untouched, write: untouched },
      refused: { write: untouched },
      checkEds: untouched,
      binOf: untouched,
      stamps: true,
    },
  });

it('there is nothing to sign before there is a document, and nobody signs for their own request', async () => {
  for (const request of [opened(numbered(), '05-mio-accept', 'accept'), opened(decided(), '12-mio-sign', 'sign')])
    expect(await sign(request)).toEqual({ refused: 'output/not-ready' });
  expect(await sign(waiting, { known: interested })).toEqual({ refused: 'work/own-request' });
});

it('another office, an applicant, or an unknown request gets "no such work"', async () => {
  for (const caller of [elsewhere, citizen])
    expect(await sign(waiting, { caller })).toEqual({ refused: 'work/unknown' });
  expect(await sign(waiting, { id: absent })).toEqual({ refused: 'work/unknown' });
  expect(await sign(waiting, { known: accountsOf() })).toEqual({ refused: 'access/unauthenticated' });
});

it('an officer whose mandate has ended since they claimed it is refused, and the work is in the queue again', async () => {
  const { mandate, ...without } = officerAccount;
  const claimed = must(claim(waiting, serik, after(11)));
  for (const known of [
    accountsOf({ ...without, mandate: { ...mandate!, until: after(12).toISOString() } }),
    accountsOf(without),
  ]) {
    const requests = memoryRequests(claimed);
    expect(await sign(claimed, { known, requests })).toEqual({ refused: 'work/no-mandate' });
    const kept = await requests.find(draft().id);
    expect(kept).toMatchObject({
      events: expect.arrayContaining([expect.objectContaining({ code: 'work-released' })]),
    });
    expect(kept).toHaveProperty('work.task', 'sign');
    expect(kept).not.toHaveProperty('work.claimedBy');
    expect(kept).not.toHaveProperty('output.signature');
  }
});
