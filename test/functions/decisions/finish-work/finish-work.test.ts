import { expect, it } from '@jest/globals';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { contract } from '../../../../functions/decisions/finish-work/contract.ts';
import type { Recipient } from '../../../../lib/domain/output/recipient.ts';
import { finishWork } from '../../../../functions/decisions/finish-work/finish-work.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { demoIin } from '../../../../lib/local/demo/demo-number.ts';
import { claim } from '../../../../lib/domain/request/work/officer.ts';
import type { Task } from '../../../../lib/domain/request/work.ts';
import { accepted, after, created, draft, must, opened, serik, signed } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked, bodyOf } from '../../asked.ts';
import {
  absent,
  accounts,
  citizen,
  colleague,
  elsewhere,
  interested,
  machines,
  officer,
  officerAccount,
} from '../../cast.ts';

const { id } = draft();
const recipient: Recipient = { who: 'applicant', document: { kind: 'identity-card', number: '012345678' } };
const acting = {
  who: 'representative',
  document: { kind: 'passport', number: 'N 765432' },
  iin: demoIin('1991-01-19', 'female', 21),
  fullName: 'Демо Өкілова',
  powerNumber: '12',
  powerIssuedOn: '2026-01-15',
  powerUntil: '2027-01-15',
} as const;
const taken = (from: Request, task: Task) =>
  must(claim(opened(from, `20-mio-${task}`, task, 'token-9'), serik, after(15)));
const finish = (
  request: Request | ReturnType<typeof memoryRequests>,
  body: { answer?: 'approved' | 'refused' | undefined; recipient?: Recipient } = {},
  caller: Caller = officer,
  more: object = {},
  of = id,
) =>
  finishWork(asked({ params: { id: of }, body }), caller, {
    requests: 'find' in request ? request : memoryRequests(request),
    ...{ accounts, machines: machines(), findService, now: after(16), ...more },
  });

it.each(['assign', 'survey', 'prepare', 'approve', 'forward'] as const)(
  '%s is reported as done, and the machine is told',
  async (task) => {
    const heard = machines();
    bodyOf(contract, await finish(taken(accepted(), task), {}, officer, { machines: heard }));
    expect(heard.signals).toEqual([['token-9', 'done']]);
  },
);

it.each(['check', 'conclude'] as const)('%s is answered yes or no', async (task) => {
  const heard = machines();
  expect(await finish(taken(accepted(), task))).toEqual({ refused: 'work/answer-required' });
  bodyOf(contract, await finish(taken(accepted(), task), { answer: 'refused' }, officer, { machines: heard }));
  expect(heard.signals).toEqual([['token-9', 'refused']]);
});

it('the same report again changes nothing; another one is refused', async () => {
  const requests = memoryRequests(taken(accepted(), 'check'));
  await finish(requests, { answer: 'approved' });
  const once = await requests.find(id);
  bodyOf(contract, await finish(requests, { answer: 'approved' }));
  expect(await finish(requests, { answer: 'refused' })).toEqual({ refused: 'work/decided-otherwise' });
  expect(await requests.find(id)).toEqual(once);
});

it('a document is handed over after it is signed, and belongs to the applicant from then on', async () => {
  expect(await finish(taken(created(), 'hand-over'), { recipient })).toEqual({ refused: 'output/not-ready' });
  const shown = bodyOf(contract, await finish(taken(signed(), 'hand-over'), { recipient }));
  expect(shown).toMatchObject({ output: { kind: 'certificate' }, decision: { outcome: 'approved' } });
});

it('handing over records who got it, by which document of theirs, when and from whom', async () => {
  expect(await finish(taken(signed(), 'hand-over'))).toEqual({ refused: 'work/recipient-required' });
  const requests = memoryRequests(taken(signed(), 'hand-over'));
  const shown = bodyOf(contract, await finish(requests, { recipient: acting }));
  const kept = await requests.find(id);
  expect(kept).toMatchObject({
    output: { deliveredAt: after(16).toISOString(), handedTo: { recipient: acting, by: serik } },
  });
  expect(kept?.events.at(-1)).toMatchObject({
    code: 'handed-over',
    by: serik.account,
    facts: { to: 'representative' },
  });
  expect(JSON.stringify(kept?.events)).not.toMatch(/910119|Өкілова|N 765/);
  expect(shown.output?.handedOver).toEqual({
    ...{ at: after(16).toISOString(), to: 'representative', name: acting.fullName },
    document: { kk: 'паспорт', ru: 'паспорт' },
    by: { role: 'mio-officer', place: 'shymkent' },
  });
});

it.each([
  ['their own IIN', { iin: draft().applicant.iin }, 'of-another'],
  ['a power that has ended', { powerUntil: '2026-11-22' }, 'not-past'],
  ['a power of tomorrow', { powerIssuedOn: '2026-11-24' }, 'not-future'],
  ['a power that ends before it begins', { powerUntil: '2026-01-14' }, 'not-before'],
])('a representative with %s gets nothing', async (_, wrong, rule) => {
  const requests = memoryRequests(taken(signed(), 'hand-over'));
  const answer = await finish(requests, { recipient: { ...acting, ...wrong } });
  expect(answer).toMatchObject({ refused: 'form/invalid' });
  expect(JSON.stringify(answer)).toContain(rule);
  expect(await requests.find(id)).not.toHaveProperty('output.handedTo');
});

it('nobody hands a document over to themselves', async () => {
  const own = { ...acting, iin: officerAccount.iin };
  expect(await finish(taken(signed(), 'hand-over'), { recipient: own })).toEqual({ refused: 'work/own-request' });
});

it('a power works on its last day', async () => {
  const today = { ...acting, powerIssuedOn: '2026-11-23', powerUntil: '2026-11-23' };
  expect(await finish(taken(signed(), 'hand-over'), { recipient: today })).toHaveProperty('body');
});

it('a signature by hand is reported only on paper', async () => {
  expect(await finish(taken(created(), 'sign'))).toMatchObject({ refused: 'work/other-task' });
  const requests = memoryRequests(taken({ ...created(), paper: true }, 'sign'));
  bodyOf(contract, await finish(requests));
  expect(await requests.find(id)).toMatchObject({ output: { signedByHand: { by: serik } } });
});

it('only the officer who claimed the work can do it, and not for decisions or acceptance', async () => {
  expect(await finish(opened(accepted(), '20-mio-prepare', 'prepare'))).toEqual({
    refused: 'work/not-claimed',
  });
  const preparing = taken(accepted(), 'prepare');
  expect(await finish(preparing, {}, colleague)).toMatchObject({ refused: 'work/claimed' });
  expect(await finish(preparing, {}, officer, { accounts: interested })).toEqual({ refused: 'work/own-request' });
  expect(await finish(taken(accepted(), 'decide'))).toMatchObject({ refused: 'work/other-task' });
});

it('another office, an applicant, or an unknown request gets "no such work"', async () => {
  const preparing = taken(accepted(), 'prepare');
  for (const caller of [elsewhere, citizen])
    expect(await finish(preparing, {}, caller)).toEqual({ refused: 'work/unknown' });
  expect(await finish(preparing, {}, officer, {}, absent)).toEqual({ refused: 'work/unknown' });
});
