import { expect, it } from '@jest/globals';
import { closeRequest, input } from '../../../../functions/steps/close-request/close-request.ts';
import { correct } from '../../../../lib/domain/request/correction/correct.ts';
import { correction } from '../../../lib/domain/request/correction-example.ts';
import { waiting } from '../../../lib/domain/request/mailing-example.ts';
import type { IssuedDocument } from '../../../../lib/domain/output/issued-document.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { answerOffer } from '../../../../lib/domain/request/queue/queue.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { reopen } from '../../../../lib/domain/request/reopening/reopen.ts';
import { turnAway } from '../../../../lib/domain/request/rows/rows.ts';
import { accepted, after, at, created, draft, must, signed, submitted } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { answered, offered, serikOffers } from '../../../lib/domain/request/queue-example.ts';
import { refuseAgain } from '../../../lib/domain/request/refusal-example.ts';
import { rowTask } from '../../asked.ts';

const { id } = draft();
async function close(request: Request, requests = memoryRequests(request)) {
  const entered: string[] = [];
  const register = { record: async ({ number }: IssuedDocument) => void entered.push(number) };
  const needs = { requests, register: register as never, findService, now: after(20) };
  const answer = await closeRequest(input.parse(rowTask('close-request', {})), needs);
  return { ...answer, entered, kept: await requests.find(id) };
}
const interim = { ...signed() };
if ('decision' in interim && interim.decision.outcome === 'approved')
  interim.decision = { ...interim.decision, interim: true };

it('a signed document enters the register, and the request ends as it was decided', async () => {
  const { kept, ...answer } = await close(signed());
  expect(answer).toEqual({ outcome: 'issued', entered: ['SK-UC-2026-000001-0'] });
  expect(kept).toMatchObject({ state: 'issued', closedAt: after(20).toISOString() });
  expect(kept).not.toHaveProperty('work');
  expect(await close(interim)).toMatchObject({ outcome: 'queued', kept: { state: 'queued' } });
});

it('a second closing changes nothing', async () => {
  const requests = memoryRequests(signed());
  const once = await close(signed(), requests);
  expect(await close(signed(), requests)).toEqual(once);
});

it('what was withdrawn while it waited to be collected enters the register as withdrawn, and the machine ends', async () => {
  const { kept, ...answer } = await close(must(correct(waiting(''), correction('withdraw'))));
  expect(answer).toEqual({ outcome: 'issued', entered: ['SK-UC-2026-000001-0'] });
  expect(kept).toMatchObject({ state: 'withdrawn', closedAt: after(30).toISOString() });
  for (const gone of ['work', 'pending']) expect(kept).not.toHaveProperty(gone);
});

it('a request that a system turned away has ended already, and nothing enters the register', async () => {
  const away = turnAway(submitted(), at('02-shep-refuse-request', 2), 'not-paid');
  expect(await close(away)).toEqual({ outcome: 'refused', entered: [], kept: away });
});

it('a repetition that comes after an offer was accepted leaves the next run alone', async () => {
  const again = must(answerOffer(offered(), serikOffers.id, answered('accepted', after(40)), after(40)));
  expect(await close(again)).toEqual({ outcome: 'queued', entered: [], kept: again });
});

it('a repetition that comes after a refusal was withdrawn says how the former run ended', async () => {
  const word = {
    ground: 'facts',
    at: after(40).toISOString(),
    by: 'head',
    due: { dueAt: after(900).toISOString() },
  } as const;
  const again = must(reopen(refuseAgain(accepted(), 20), word));
  expect(await close(again)).toEqual({ outcome: 'refused', entered: [], kept: again });
});

it('closing with an unsigned document is a defect', async () => {
  await expect(close(created())).rejects.toThrow('has no signed output');
  await expect(close(submitted())).rejects.toThrow('has not been decided');
});
