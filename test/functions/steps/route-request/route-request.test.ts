import { expect, it } from '@jest/globals';
import { input, routeRequest } from '../../../../functions/steps/route-request/route-request.ts';
import { after, draft, submitted } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { rowTask } from '../../asked.ts';

const task = (to: readonly string[]) => input.parse(rowTask('02-portal-route-request', { to }));
async function route(requests: ReturnType<typeof memoryRequests>, minutes = 2) {
  await routeRequest(task(['rshep', 'is-mio']), { requests, now: after(minutes) });
  return requests.find(draft().id);
}

it('the history records once which systems the request has reached', async () => {
  const requests = memoryRequests(submitted());
  const once = await route(requests);
  expect(once?.events.at(-1)).toMatchObject({ code: 'routed', facts: { to: 'rshep is-mio' } });
  expect(await route(requests, 5)).toEqual(once);
});

it('a row without a target is refused, and a draft is not routed', async () => {
  expect(() => task([])).toThrow();
  await expect(route(memoryRequests(draft()))).rejects.toThrow('cannot be performed');
});
