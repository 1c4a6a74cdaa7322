import { expect, it } from '@jest/globals';
import { input, numberRequest } from '../../../../functions/steps/number-request/number-request.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { after, draft, submitted } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { rowTask } from '../../asked.ts';

const { id, service } = draft();
const minutes = (value: number) => ({ value, unit: 'minute' });
async function number(requests = memoryRequests(submitted()), now = after(3)) {
  const drawn: string[] = [];
  const counters = { next: async (sequence: string) => drawn.push(sequence) + 122 };
  const task = input.parse(rowTask('03-is-mio-number-request', { terms: [minutes(10), minutes(11)] }));
  await numberRequest(task, { requests, counters, findService, now });
  return { drawn, kept: await requests.find(id) };
}

it('the request gets the next number of its service and year, is due by the rows’ terms, and says so', async () => {
  const { drawn, kept } = await number();
  expect(drawn).toEqual([`${service}#2026`]);
  const dueAt = after(3 + 10 + 11).toISOString();
  expect(kept).toMatchObject({ state: 'received', number: 'SK-UC-2026-000123', dueAt });
  expect(kept?.notices).toMatchObject([{ code: 'request-received', facts: { number: 'SK-UC-2026-000123', dueAt } }]);
});

it("the year is that of the office's time zone", async () => {
  const { drawn } = await number(undefined, new Date('2026-12-31T20:00:00Z'));
  expect(drawn).toEqual([`${service}#2027`]);
});

it('numbering a second time changes nothing, and draws no second number', async () => {
  const requests = memoryRequests(submitted());
  const { kept } = await number(requests);
  expect(await number(requests, after(9))).toEqual({ drawn: [], kept });
});

it('an unknown service is a defect', async () => {
  await expect(number(memoryRequests({ ...submitted(), service: 'moon' }))).rejects.toThrow('has no card');
});
