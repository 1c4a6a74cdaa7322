import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { runCampaign } from '../../bin/fuzz-http/campaign.ts';
import type { Description } from '../../bin/fuzz-http/operations.ts';
import { makeSubjects } from '../../bin/fuzz-http/subjects.ts';
import { ask } from './http.ts';
import { offer, register } from './queue-scene.ts';
import { RunningPlatform } from './running-platform.ts';

/** `npm run fuzz:http` sends more, with a seed of the day. */
const REQUESTS = 2000;
const SEED = 20_261_128;

const platform = new RunningPlatform();
let description: Description;
/** A request that waits in a queue and has an offer, so that not all hostile requests about offers end at "unknown". */
let more: { readonly queued: string; readonly offer: string };
beforeAll(async () => {
  await platform.start(0, '--unthrottled');
  description = (await ask('GET', `${platform.url}/openapi.json`)).body as Description;
  const queued = await register(platform, 'portal');
  more = { queued: queued.id, offer: (await offer(queued, 'Ясли-сад № 1')).id };
});
afterAll(() => platform.remove());

it('answers any request to any route by any role without a failure of its own and without a long answer', async () => {
  const { url, demoDir } = platform;
  const wrong: unknown[] = [];
  const result = await runCampaign({
    ...{ url, description, requests: REQUESTS, seed: SEED, renew: makeSubjects(url, demoDir, more) },
    complain: (fault, { target, headers, body }) =>
      wrong.push([fault, target, headers, body && Buffer.from(body).toString()]),
  });
  expect(wrong).toEqual([]);
  expect(result.sent).toBe(REQUESTS);
  // Most are refused, and not all for one reason.
  expect(Object.keys(result.statuses)).toEqual(
    expect.arrayContaining(['200', '400', '401', '403', '404', '415', '422']),
  );
  expect((await ask('GET', `${url}/`)).status).toBe(200);
}, 600_000);
