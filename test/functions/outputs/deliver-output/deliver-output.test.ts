import { expect, it } from '@jest/globals';
import { deliverOutput, input } from '../../../../functions/outputs/deliver-output/deliver-output.ts';
import {
  input as notifyInput,
  notifyApplicant,
} from '../../../../functions/steps/notify-applicant/notify-applicant.ts';
import type { IssuedDocument } from '../../../../lib/domain/output/issued-document.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { after, created, draft, numbered, signed } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { rowTask } from '../../asked.ts';
import { awaitStamp } from '../../../../lib/domain/signature/stamp.ts';
import { isDecided } from '../../../../lib/domain/request/request.ts';
import { noDocuments, stampedAt, unstamped } from '../../../lib/adapters/trust/unstamped.ts';

const { id } = draft();
const task = input.parse(rowTask('14-portal-deliver-output', { view: 'portal' }));
async function deliver(requests = memoryRequests(signed()), minutes = 14) {
  const entered: IssuedDocument[] = [];
  const register = { record: async (document: IssuedDocument) => void entered.push(document) };
  await deliverOutput(task, {
    requests,
    register,
    findService,
    documents: noDocuments,
    extend: unstamped,
    now: after(minutes),
  });
  return { entered, kept: await requests.find(id) };
}

it('a signed document enters the register and the cabinet, and the applicant is told', async () => {
  const { entered, kept } = await deliver();
  expect(entered).toMatchObject([{ number: 'SK-UC-2026-000001-0', status: 'genuine', signature: 'eds' }]);
  const at = after(14).toISOString();
  expect(kept).toMatchObject({ output: { deliveredAt: at }, statuses: { portal: { status: 'completed', at } } });
  const facts = { number: 'SK-UC-2026-000001', document: 'SK-UC-2026-000001-0' };
  expect(kept?.notices.at(-1)).toMatchObject({ code: 'certificate-issued', facts });
});

it('what a row before has announced is not announced again', async () => {
  const requests = memoryRequests(signed());
  await notifyApplicant(notifyInput.parse(rowTask('10-is-mio-notify-applicant', {})), { requests, now: after(13) });
  const announced = await requests.find(id);
  const { kept } = await deliver(requests);
  expect(kept?.notices).toEqual(announced?.notices);
  expect(kept).toMatchObject({ output: { deliveredAt: after(14).toISOString() } });
});

it('a second delivery changes nothing', async () => {
  const requests = memoryRequests(signed());
  const once = await deliver(requests);
  expect(await deliver(requests, 20)).toEqual(once);
});

it('nothing is delivered before the register has it', async () => {
  const requests = memoryRequests(signed());
  const register = { record: () => Promise.reject(new Error('out of reach')) };
  const needs = { requests, register, findService, documents: noDocuments, extend: unstamped, now: after(14) };
  await expect(deliverOutput(task, needs)).rejects.toThrow('out of reach');
  expect(await requests.find(id)).toEqual(signed());
});

it('delivering an unsigned document is a defect', async () => {
  for (const request of [created(), numbered()])
    await expect(deliver(memoryRequests(request))).rejects.toThrow('has no signed output');
});

it('at a centre the applicant is told where to collect it, and not of a cabinet', async () => {
  const atCentre = input.parse(rowTask('13-is-con-deliver-output', { view: 'con' }));
  const requests = memoryRequests(signed());
  const register = { record: async () => undefined };
  await deliverOutput(atCentre, {
    requests,
    register,
    findService,
    documents: noDocuments,
    extend: unstamped,
    now: after(14),
  });
  const told = (await requests.find(id))?.notices.at(-1);
  expect(told).toMatchObject({ code: 'result-ready', facts: { place: draft().office } });
  expect(told?.facts).not.toHaveProperty('appealTo');
});

it('the document’s timestamp is recorded by the row’s own write; without one it is delivered all the same', async () => {
  const request = signed();
  if (!isDecided(request) || !request.output?.signature) throw new Error('it is not signed');
  const signature = { ...request.output.signature, stamp: awaitStamp(after(13)) };
  const awaited = { ...request, output: { ...request.output, signature } };
  const at = after(14).toISOString();
  const proof = { until: after(9999).toISOString(), endsBy: 'tsa-certificate' } as const;
  for (const [extend, stamp, proven] of [
    [stampedAt(at, proof), { state: 'kept', at, proof }, proof],
    [unstamped, { state: 'awaited', tries: 1 }, undefined],
  ] as const) {
    const requests = memoryRequests(awaited);
    const entered: IssuedDocument[] = [];
    const register = { record: async (document: IssuedDocument) => void entered.push(document) };
    await deliverOutput(task, { requests, register, findService, documents: noDocuments, extend, now: after(14) });
    const kept = await requests.find(id);
    expect(kept).toMatchObject({ version: awaited.version + 1, output: { deliveredAt: at, signature: { stamp } } });
    expect(entered.map((each) => each.proof)).toEqual([proven]);
  }
});
