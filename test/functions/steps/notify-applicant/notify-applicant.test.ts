import { expect, it } from '@jest/globals';
import { input, notifyApplicant } from '../../../../functions/steps/notify-applicant/notify-applicant.ts';
import type { Decision, Request, RequestIn } from '../../../../lib/domain/request/request.ts';
import { after, decided, draft, numbered, serik } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { rowTask } from '../../asked.ts';

const { id } = draft();
const by = { outcome: 'approved', at: after(8).toISOString(), by: serik, fields: {} } as const;
const refusal: Decision = { ...by, outcome: 'refused', ground: 'нет', text: 'нет сведений' };
const decidedAs = (decision: Decision): Request => ({ ...(decided() as RequestIn<'decided'>), decision });
async function notify(requests: ReturnType<typeof memoryRequests>, minutes = 13) {
  await notifyApplicant(input.parse(rowTask('13-is-mio-notify-applicant', {})), { requests, now: after(minutes) });
  return requests.find(id);
}

it.each([
  ['a certificate', 'certificate-issued', by],
  ['an interim document', 'registered', { ...by, interim: true }],
  ['a refusal', 'refused', refusal],
] as const)('the applicant is told of %s that is ready', async (_, code, decision) => {
  const told = (await notify(memoryRequests(decidedAs(decision))))?.notices.at(-1);
  expect(told).toMatchObject({ code, facts: { number: 'SK-UC-2026-000001' }, email: 'pending' });
  expect(told?.facts['appealTo']).toBe(code === 'refused' ? 'shymkent' : undefined);
});

it('a repeated row tells the applicant once', async () => {
  const requests = memoryRequests(decided());
  const once = await notify(requests);
  expect(await notify(requests, 15)).toEqual(once);
});

it('announcing before a decision is a defect', async () => {
  await expect(notify(memoryRequests(numbered()))).rejects.toThrow('has no result to announce');
});
