// Prints what a request costs on AWS, from recorded calls, and what a stage costs without use: npm run cost
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { accessRules } from '../lib/domain/access/rules.ts';
import { problems } from '../lib/domain/problem/codes.ts';
import { untilLook } from '../lib/domain/request/until-look.ts';
import { playJourney } from '../lib/local/story/journey.ts';
import { approval, tellStory } from '../lib/local/story/story.ts';
import { createApp } from '../lib/stack/app.ts';
import { functions } from '../lib/stack/functions.ts';
import { areaMetrics, idleCost, methodMetrics, type Line } from '../lib/stack/idle-cost.ts';
import { pricedRegions, pricesIn } from '../lib/stack/prices.ts';
import { readSources } from '../lib/stack/sources.ts';
import './end-with-pipe.ts';
import { misuse, readCommand } from './command.ts';
import { printBill } from './cost/print-bill.ts';
import { printCalls, printReads } from './cost/print-detail.ts';
import { openRecorder, type Recorded } from './cost/record.ts';
import { reckon } from './cost/reckon.ts';
import { listPlots } from './story/plots.ts';

/** Of each kind one; the first story of a platform also reads what functions keep, so it is played and not counted. */
const all = [
  ['portal', 'south-kazakhstan-unemployed-certificate-portal'],
  ['counter (CON)', 'south-kazakhstan-unemployed-certificate-con'],
  ['archive, portal', 'south-kazakhstan-archival-certificate-portal'],
  ['queue with a place offered', 'south-kazakhstan-preschool-queue-portal'],
  ['paper', 'akmola-unemployed-certificate-paper'],
] as const;
/** People who wait look as the page of a sent application does (web/pages/sent.tsx): after 1.5 seconds, then ever later. */
const pause = (looks: number) => untilLook(looks, 1500);
/** After the last story: the sweeper runs each minute, and sends what waits to be mailed. */
const AFTERWARDS = 75_000;

const { values } = readCommand(
  `npm run cost [-- --region eu-central-1] [--detail] [--only portal]
Plays a story of each kind against a platform of its own, records every call of AWS, and prints what a thousand cost.
--detail: also every kind of read, run and call. --only: the story of npm start, and those of which this is a part of the name.
npm run cost -- --idle [--stage prod]
Prints what a stage costs in a month without any use.`,
  {
    options: {
      idle: { type: 'boolean', default: false },
      stage: { type: 'string', default: 'prod' },
      region: { type: 'string', default: 'eu-central-1' },
      detail: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
    },
  },
);
const prices =
  pricesIn(values.region) ??
  misuse(`--region is one whose prices are known: ${pricedRegions.join(', ')} (lib/stack/prices.ts)`);
const stories = all.filter(([, id]) => id.includes(values.only));
await (values.idle ? printIdle() : printStories());

async function printStories(): Promise<void> {
  console.log(`List prices of ${prices.date} (${values.region}), no free tiers.`);
  const recorder = await openRecorder();
  try {
    const plots = listPlots();
    const play = async (id: string, name: string) => {
      const { plot } = plots.find((each) => each.id === id)!;
      const { url, demoDir } = recorder;
      await playJourney({ url, demoDir, name, key: 'rsa', plot, way: 'approve', tell: () => undefined, pause });
    };
    const tell = async (name: string) => {
      const { url, demoDir } = recorder;
      await tellStory({ url, demoDir, name, key: 'rsa', decision: approval, tell: () => undefined, pause });
    };
    await tell('warm-own');
    for (const [, id] of stories) await play(id, `warm-${id}`);
    await wait(AFTERWARDS);
    recorder.take();
    await tell('counted-own');
    print('portal, the story of npm start', recorder.take());
    for (const [title, id] of stories) {
      recorder.take();
      await play(id, `counted-${id}`);
      print(`${title}: ${id}`, recorder.take());
    }
    await wait(AFTERWARDS);
    print(`what the clock did afterwards for these ${stories.length + 1} together`, recorder.take());
  } finally {
    await recorder.close();
  }
}

function print(title: string, { lines, logged }: Recorded): void {
  printBill(title, reckon(lines, logged, prices));
  if (!values.detail) return;
  printReads(lines);
  printCalls(lines);
}

async function printIdle(): Promise<void> {
  // `npm run synth` checks the rules of CloudFormation and of cdk-nag.
  process.env['CDK_VALIDATION'] = 'false';
  const sources = await readSources(join(import.meta.dirname, '..'), functions);
  const context = { 'aws:cdk:bundling-stacks': [], stage: values.stage };
  const { stacks } = createApp({ sources, accessRules, problems, context }).synth();
  const lines = idleCost(
    stacks.map(({ template }) => template as Parameters<typeof idleCost>[0][number]),
    prices,
  );
  console.log(
    `Stage ${values.stage}, a month without a caller, list prices of ${prices.date} (${values.region}), no free tiers:`,
  );
  for (const line of lines) say(line);
  say({ what: 'together', count: lines.length, dollars: lines.reduce((sum, { dollars }) => sum + dollars, 0) });
  console.log('Not in it: storage (table, buckets, logs), mail, and what comes with callers, as');
  say(areaMetrics(Object.keys(functions).length, prices));
  say(methodMetrics(Object.keys(accessRules).length, prices));
}

function say({ what, count, dollars }: Line) {
  console.log(`${dollars.toFixed(2).padStart(9)} $  ${what} (${count})`);
}
