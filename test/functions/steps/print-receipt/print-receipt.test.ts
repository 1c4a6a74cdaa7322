import { expect, it } from '@jest/globals';
import { input, printReceipt } from '../../../../functions/steps/print-receipt/print-receipt.ts';
import { after, draft, numbered, submitted } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { rowTask } from '../../asked.ts';

async function print(requests: ReturnType<typeof memoryRequests>, minutes = 4) {
  await printReceipt(input.parse(rowTask('04-con-print-receipt', {})), { requests, now: after(minutes) });
  return requests.find(draft().id);
}

it('the history records once when the visitor got the receipt with the number', async () => {
  const requests = memoryRequests(numbered());
  const once = await print(requests);
  expect(once?.events.at(-1)).toEqual({
    ...{ at: after(4).toISOString(), code: 'receipt-printed', row: '04-con-print-receipt' },
    facts: { answer: 'SK-UC-2026-000001' },
  });
  expect(await print(requests, 9)).toEqual(once);
});

it('a receipt without a number is a defect', async () => {
  await expect(print(memoryRequests(submitted()))).rejects.toThrow('has no number to print');
});
