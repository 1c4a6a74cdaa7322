import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { indexKeys } from '../../lib/adapters/dynamo/request-keys.ts';
import type { Channel } from '../../lib/domain/regulation/regulation.ts';
import { isDecided, isDraft, type Request } from '../../lib/domain/request/request.ts';
import { readRegulations } from '../../statemachines/read.ts';
import { casesOf, walkCase, type CaseName } from '../../statemachines/walk.ts';
import { BOUND, bytesOf, longScan, swell } from '../lib/domain/request/hostile.ts';
import { play } from './play.ts';
import { openStage, start, type Stage } from './stage.ts';

const regulations = readRegulations().regulations.map(({ regulation }) => regulation);

let stage: Stage;
let largest = 0;
beforeAll(async () => {
  stage = await openStage(regulations);
});
afterAll(() => stage?.close());

/**
 * A form as long as the longest of the catalogue, in letters of three bytes; it is stored beside the fields that are
 * read.
 */
const padding = { padding: '₸'.repeat(3000) };
const scans = Array.from({ length: 20 }, (_, n) => longScan(n));

/** After each step of the machine and each act of its people, everybody repeats whatever they may repeat. */
function harass(request: Request): Request {
  if (isDraft(request)) return swell(request, start, 20);
  const swollen = {
    ...swell(request, start, 20),
    form: { ...request.form, ...padding },
    attachments: scans,
  } as Request;
  return isDecided(swollen) && swollen.decision.outcome === 'approved'
    ? { ...swollen, decision: { ...swollen.decision, fields: { ...swollen.decision.fields, ...padding } } }
    : swollen;
}

const hostile = (requests: Stage['requests']): Stage['requests'] => ({
  ...requests,
  async replace(request, before) {
    const swollen = harass(request);
    largest = Math.max(largest, bytesOf({ ...indexKeys(swollen), request: swollen }));
    return requests.replace(swollen, before);
  },
});

/** The longest path through a channel is the first of these cases that it has. */
const ways: readonly CaseName[] = ['offered', 'extended', 'overdue'];

const longestOf = (channel: Channel): CaseName => ways.find((way) => casesOf(channel).includes(way)) ?? 'approved';

const all = regulations.flatMap((regulation) =>
  regulation.channels.map((channel) => ({ regulation, channel, name: longestOf(channel) })),
);
/** Every request has the same size at its caps, so of the channels that pass the same states one is enough. */
const different = [...new Map(all.map((each) => [walkCase(each.channel, each.name).join(), each])).values()];

it.each(
  different.map(
    ({ regulation, channel, name }) => [`${regulation.machine}-${channel.channel}`, name, regulation, channel] as const,
  ),
)('%s, %s: reaches its end on a request at all its caps', async (_, name, regulation, channel) => {
  const { status, request } = await play({ ...stage, requests: hostile(stage.requests) }, regulation, channel, name);
  expect([status, request.state]).toEqual(['SUCCEEDED', 'issued']);
  expect(largest).toBeLessThan(BOUND);
});
