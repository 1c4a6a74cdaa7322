import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/decisions/finish-work/contract.ts';
import { finishWork } from '../../../../functions/decisions/finish-work/finish-work.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { claim } from '../../../../lib/domain/request/work/officer.ts';
import type { Task } from '../../../../lib/domain/request/work.ts';
import { accepted, after, created, draft, must, opened, serik, signed } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, accounts, citizen, colleague, elsewhere, interested, machines, officer } from '../../cast.ts';

const { id } = draft();
const taken = (from: Request, task: Task) =>
  must(claim(opened(from, `20-mio-${task}`, task, 'token-9'), serik, after(15)));
const finish = (
  request: Request | ReturnType<typeof memoryRequests>,
  body: { answer?: 'approved' | 'refused' | undefined } = {},
  caller: Caller = officer,
  more: object = {},
  of = id,
) =>
  finishWork(asked({ params: { id: of }, body }), caller, {
    requests: 'find' in request ? request : memoryRequests(request),
    ...{ accounts, machines: machines(), now: after(16), ...more },
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
  expect(await finish(taken(created(), 'hand-over'))).toEqual({ refused: 'output/not-ready' });
  const shown = bodyOf(contract, await finish(taken(signed(), 'hand-over')));
  expect(shown).toMatchObject({ output: { kind: 'certificate' }, decision: { outcome: 'approved' } });
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
