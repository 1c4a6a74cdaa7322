import { expect, it } from '@jest/globals';
import { input, showStatus } from '../../../../functions/steps/show-status/show-status.ts';
import { after, draft, numbered, submitted } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { rowTask } from '../../asked.ts';

async function show(view: string, status: string, requests = memoryRequests(numbered()), minutes = 9) {
  const task = input.parse(rowTask('09-portal-show-status', { view, status }));
  await showStatus(task, { requests, now: after(minutes) });
  return requests.find(draft().id);
}
const codes = async (...of: Parameters<typeof show>) => (await show(...of))?.notices.map(({ code }) => code);

it('one system shows the status, and the others do not change', async () => {
  const statuses = { mio: { status: 'received' }, portal: { status: 'in-progress', at: after(9).toISOString() } };
  expect(await show('portal', 'in-progress')).toMatchObject({ statuses });
});

it('the applicant is told only when their cabinet shows that work has begun', async () => {
  expect(await codes('portal', 'in-progress')).toEqual(['request-received', 'taken-into-work']);
  expect(await codes('mio', 'in-progress')).toEqual(['request-received']);
  expect(await codes('portal', 'completed')).toEqual(['request-received']);
});

it('showing a status a second time changes nothing', async () => {
  const requests = memoryRequests(numbered());
  const once = await show('portal', 'in-progress', requests);
  expect(await show('portal', 'in-progress', requests, 12)).toEqual(once);
});

it('showing the status of a request without a number is a defect', async () => {
  await expect(show('portal', 'in-progress', memoryRequests(submitted()))).rejects.toThrow('cannot be performed');
});
