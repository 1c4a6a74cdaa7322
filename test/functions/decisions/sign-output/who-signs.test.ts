import { expect, it } from '@jest/globals';
import { signOutput } from '../../../../functions/decisions/sign-output/sign-output.ts';
import { after, created, decided, draft, numbered, opened } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked } from '../../asked.ts';
import { absent, accounts, accountsOf, citizen, elsewhere, interested, machines, officer } from '../../cast.ts';

const untouched = () => Promise.reject(new Error('no signature is looked at'));
const waiting = opened(created(), '12-mio-sign', 'sign');
const sign = (request = waiting, { caller = officer, known = accounts, id = draft().id } = {}) =>
  signOutput(asked({ params: { id }, body: { cms: 'MAA=' } }), caller, {
    ...{ requests: memoryRequests(request), accounts: known, machines: machines(), now: after(12) },
    ...{
      documents: { read: untouched, write: untouched },
      refused: { write: untouched },
      checkEds: untouched,
      binOf: untouched,
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
