import { expect, it } from '@jest/globals';
import { formOutput, input } from '../../../../functions/outputs/form-output/form-output.ts';
import { readDocumentNumber } from '../../../../lib/domain/output/number.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { isDecided } from '../../../../lib/domain/request/request.ts';
import { after, decided, draft, numbered, submitted } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { rowTask } from '../../asked.ts';

async function form(requests = memoryRequests(decided()), nonce = [1, 2, 3, 4, 5], minutes = 9) {
  const needs = { requests, findService, newNonce: () => new Uint8Array(nonce), now: after(minutes) };
  await formOutput(input.parse(rowTask('07-is-mio-form-output', {})), needs);
  return requests.find(draft().id);
}

it("the document's number contains the request's number and a random part, and can be verified", async () => {
  const kept = await form();
  const { number = '', kind, formedAt } = (kept && isDecided(kept) && kept.output) || {};
  expect({ kind, formedAt }).toEqual({ kind: 'certificate', formedAt: after(9).toISOString() });
  expect(number).toMatch(/^SK-UC-2026-000001-/);
  expect(readDocumentNumber(number)).toBe(number);
  expect(await form(undefined, [5, 4, 3, 2, 1])).not.toEqual(kept);
});

it('a second call keeps the first number', async () => {
  const requests = memoryRequests(decided());
  const once = await form(requests);
  expect(await form(requests, [5, 4, 3, 2, 1], 12)).toEqual(once);
});

it('forming a document without a number or a decision is a defect', async () => {
  await expect(form(memoryRequests(submitted()))).rejects.toThrow('has no number to repeat');
  await expect(form(memoryRequests(numbered()))).rejects.toThrow('cannot be performed');
});
