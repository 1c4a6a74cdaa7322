import { expect, it } from '@jest/globals';
import { checkPayment, input } from '../../../../functions/intake/check-payment/check-payment.ts';
import { after, draft, submitted } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { rowTask } from '../../asked.ts';

const { id, service, applicant } = draft();
async function check(due: boolean, requests = memoryRequests(submitted())) {
  const questions: string[][] = [];
  const gateways = { isDue: async (...asked: string[]) => (questions.push(asked), due) };
  const task = input.parse(rowTask('02-pshep-check-payment', {}));
  return { questions, ...(await checkPayment(task, { requests, gateways, now: after(2) })) };
}

it('a payment that is due is unpaid; if none is due, it is paid', async () => {
  const questions = [[id, service, applicant.iin]];
  expect(await check(true)).toEqual({ outcome: 'unpaid', questions });
  expect(await check(false)).toEqual({ outcome: 'paid', questions });
});

it('a second call gives the recorded answer from the history', async () => {
  const requests = memoryRequests(submitted());
  await check(false, requests);
  const once = await requests.find(id);
  expect(once?.events.at(-1)).toMatchObject({ code: 'payment-checked', facts: { answer: 'paid' } });
  expect(await check(true, requests)).toEqual({ outcome: 'paid', questions: [] });
  expect(await requests.find(id)).toEqual(once);
});
