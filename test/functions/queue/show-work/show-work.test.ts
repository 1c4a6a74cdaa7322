import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/queue/show-work/contract.ts';
import { showWork } from '../../../../functions/queue/show-work/show-work.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { accepted, after, numbered, opened } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, accounts, auditor, citizen, elsewhere, officer } from '../../cast.ts';

const waiting = opened(numbered(), '05-mio-accept', 'accept');
const show = (request: Request = waiting, caller: Caller = officer, { id = request.id, now = after(14) } = {}) =>
  showWork(asked({ params: { id } }), caller, { requests: memoryRequests(request), accounts, findService, now });

it('the officer sees the work with its request', async () => {
  const { work, request } = bodyOf(contract, await show());
  expect(work).toMatchObject({ task: 'accept', dueAt: after(14).toISOString(), overdue: false });
  expect(request).toMatchObject({ number: work.number, form: { iin: '900315300010' } });
});

it('work is overdue after its due time', async () => {
  const now = new Date(after(14).getTime() + 1);
  expect(bodyOf(contract, await show(waiting, officer, { now })).work.overdue).toBe(true);
});

it('another office or role, finished work, or an unknown request gets "no such work"', async () => {
  for (const caller of [elsewhere, citizen, auditor])
    expect(await show(waiting, caller)).toEqual({ refused: 'work/unknown' });
  expect(await show(accepted())).toEqual({ refused: 'work/unknown' });
  expect(await show(waiting, officer, { id: absent })).toEqual({ refused: 'work/unknown' });
});

it('who waits for work that is not open reads the request alone', async () => {
  const none = () => Promise.reject(new Error('it was read'));
  const needs = { requests: memoryRequests(accepted()), accounts: { find: none, absencesAt: none }, findService };
  const shown = await showWork(asked({ params: { id: accepted().id } }), officer, { ...needs, now: after(14) });
  expect(shown).toEqual({ refused: 'work/unknown' });
});
