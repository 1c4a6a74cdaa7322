import { expect, it } from '@jest/globals';
import type { Arrived } from '../../../../lib/local/aws/request.ts';
import { serveInvoke } from '../../../../lib/local/lambda/serve-invoke.ts';

const error = { errorType: 'Error', errorMessage: 'broken', trace: [] };
const functions = new Map([
  ['echo', { invoke: (event: unknown) => Promise.resolve({ payload: { event } }) }],
  ['fail', { invoke: () => Promise.resolve({ error }) }],
]);
const serve = serveInvoke((name) => functions.get(name));
const call = (name: string, body = '', headers: Arrived['headers'] = {}) =>
  serve({
    ...{ method: 'POST', path: `/2015-03-31/functions/${encodeURIComponent(name)}/invocations` },
    ...{ query: new URLSearchParams(), headers, body: Buffer.from(body) },
  });

it('answers what the function returns, given an event or none', async () => {
  expect(await call('echo', '{"a":1}')).toMatchObject({ status: 200, body: '{"event":{"a":1}}' });
  expect(await call('echo')).toMatchObject({ status: 200, body: '{"event":{}}' });
});

it('answers the failure of a function as a failure of the function', async () => {
  expect(await call('fail')).toMatchObject({
    ...{ status: 200, body: JSON.stringify(error) },
    headers: { 'x-amz-function-error': 'Unhandled' },
  });
});

it.each([
  ['an unknown function', 'other', '', {}, 'ResourceNotFoundException', 404],
  ['an event that is no JSON', 'echo', '{', {}, 'InvalidRequestContentException', 400],
  ['a call that does not wait', 'echo', '', { 'x-amz-invocation-type': 'Event' }, 'NotImplemented', 501],
] as const)('refuses %s', async (_, name, body, headers, code, status) => {
  await expect(call(name, body, headers)).rejects.toMatchObject({ code, status });
});
