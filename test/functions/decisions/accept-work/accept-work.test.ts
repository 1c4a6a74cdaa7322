import { expect, it } from '@jest/globals';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { acceptWork } from '../../../../functions/decisions/accept-work/accept-work.ts';
import { contract } from '../../../../functions/decisions/accept-work/contract.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import type { Request, RequestIn } from '../../../../lib/domain/request/request.ts';
import { claim } from '../../../../lib/domain/request/work/officer.ts';
import { accepted, after, draft, must, numbered, opened, serik } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, accounts, citizen, colleague, elsewhere, interested, machines, officer } from '../../cast.ts';

type Numbered = RequestIn<'received'>;
const { id } = draft();
const waiting = opened(numbered(), '05-mio-accept', 'accept');
const claimed = must(claim(waiting, serik, after(5)));
const accept = (requests = memoryRequests(claimed), caller: Caller = officer, more: object = {}, of = id) =>
  acceptWork(asked({ params: { id: of } }), caller, {
    ...{ requests, accounts, machines: machines(), findService, now: after(6), ...more },
  });

it('claimed work is accepted, and the machine is told', async () => {
  const heard = machines();
  expect(bodyOf(contract, await accept(undefined, officer, { machines: heard }))).toMatchObject({
    state: 'in-progress',
  });
  expect(heard.signals).toEqual([['token-1', 'accepted']]);
});

it('the machine is told how long the work after it may wait before it first rings', async () => {
  const told: unknown[] = [];
  const signal = async (...said: unknown[]) => void told.push(said);
  const term = { value: 40, unit: 'minute' } as const;
  const ahead = { ...claimed, work: { ...(claimed as Numbered).work!, ahead: [{ by: 'mio', term }] } } as Request;
  await accept(memoryRequests(ahead), officer, { machines: { signal }, now: new Date('2026-11-23T07:00:00Z') });
  await accept(undefined, officer, { machines: { signal } });
  expect(told).toEqual([
    ['token-1', 'accepted', 30 * 60 + 3],
    ['token-1', 'accepted', undefined],
  ]);
});

it('a second acceptance changes nothing, but tells the machine again in case it was not told', async () => {
  const [requests, heard] = [memoryRequests(claimed), machines()];
  await accept(requests);
  const once = await requests.find(id);
  expect(bodyOf(contract, await accept(requests, officer, { machines: heard }))).toMatchObject({
    state: 'in-progress',
  });
  expect(await requests.find(id)).toEqual(once);
  expect(heard.signals).toEqual([['token-1', 'accepted']]);
});

it('nothing is lost if a machine cannot be reached: the request remembers the signal', async () => {
  const requests = memoryRequests(claimed);
  const deaf = { signal: () => Promise.reject(new Error('out of reach')) };
  await expect(accept(requests, officer, { machines: deaf })).rejects.toThrow('out of reach');
  expect(await requests.find(id)).toMatchObject({ state: 'in-progress', pending: 'signal' });
});

it('only the officer who claimed the work can do it, and only its own task', async () => {
  expect(await accept(memoryRequests(waiting))).toEqual({ refused: 'work/not-claimed' });
  expect(await accept(undefined, colleague)).toEqual({ refused: 'work/claimed', facts: { by: serik.name } });
  expect(await accept(undefined, officer, { accounts: interested })).toEqual({ refused: 'work/own-request' });
  const deciding = must(claim(opened(accepted(), '06-mio-decide', 'decide', 'token-2'), serik, after(7)));
  expect(await accept(memoryRequests(deciding))).toMatchObject({ refused: 'work/other-task' });
});

it('another office, an applicant, or an unknown request gets "no such work"', async () => {
  for (const caller of [elsewhere, citizen])
    expect(await accept(undefined, caller)).toEqual({ refused: 'work/unknown' });
  expect(await accept(undefined, officer, {}, absent)).toEqual({ refused: 'work/unknown' });
});
