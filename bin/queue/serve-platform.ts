import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chance } from '../../lib/local/chance.ts';
import { signInByEds, type Client } from '../../lib/local/http/client.ts';
import { findPlayer } from '../../lib/local/story/cast.ts';
import { playJourney } from '../../lib/local/story/journey.ts';
import { memoryOf } from '../memory-of.ts';
import { spawnServer, type Server } from '../spawn-server.ts';
import { listPlots } from '../story/plots.ts';
import { FIVE_YEARS, fill, queue, sortAt, waiting } from './fill.ts';
import { openPlatformStore } from './open-store.ts';

/** How many answers of each kind are timed, of how many asked at once, and how many children join and leave meanwhile, two at once. */
const [ANSWERS, AT_ONCE, STORIES] = [200, 4, 6];
/** The office of the demo that has the queue. */
export const demoOffice = 'south-kazakhstan-education-shymkent';

interface Place {
  readonly position?: number;
  readonly of?: number;
}
interface Page {
  readonly queue: readonly { readonly id: string; readonly position: number }[];
  readonly of: number;
}

/** Puts so many children into the queue of a platform that is not running. */
export async function fillPlatform(dataDir: string, count: number, days = FIVE_YEARS): Promise<void> {
  const { store, name, close } = await openPlatformStore(dataDir);
  await fill(store, name, count, days, demoOffice);
  await close();
}

/** A platform of its own with so many children in one queue: start, memory, and answers over HTTP while children join and leave. */
export async function servePlatform(count: number): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-queue-'));
  const start = () => spawnServer('bin/local.ts', '--no-demo', '--unthrottled', '--data', dataDir);
  try {
    const empty = await start();
    console.log(`\na platform with an empty store: resident ${resident(empty)}`);
    await empty.stop();
    await fillPlatform(dataDir, count);
    const begun = performance.now();
    const platform = await start();
    console.log(
      `with ${count} children in a queue it serves after ${((performance.now() - begun) / 1000).toFixed(1)} s; resident ${resident(platform)}`,
    );
    try {
      await ask(platform, count, join(dataDir, 'demo'));
    } finally {
      await platform.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function ask(platform: Server, count: number, demoDir: string) {
  const { url } = platform;
  const { client } = await enter(url, demoDir);
  const random = chance(count);
  const anybody = () => Math.floor(random() * count);
  const idOf = (index: number) => waiting(index, count, FIVE_YEARS, demoOffice).id;
  const place = (index: number) => client.get<Place>(`/requests/${idOf(index)}/queue`);
  const page = (from: number) => client.get<Page>(`/queue?service=${queue.service}&at=${from}&limit=20`);
  const reads = {
    'GET /requests/{id}/queue': () => place(anybody()),
    'GET /queue': () => page(anybody() + 1),
  };
  for (const [what, read] of Object.entries(reads)) console.log(`${what}: ${await timed(read)}`);

  const [plot] = listPlots().filter(({ id }) => id === `${queue.service}-portal`);
  const moving = Promise.all(
    [0, 1].map(async (teller) => {
      for (let no = teller; no < STORIES; no += 2)
        await playJourney({
          ...{
            url,
            demoDir,
            key: 'rsa',
            plot: plot!.plot,
            way: 'withdraw',
            name: `bench-queue-${no}`,
            tell: () => undefined,
          },
        });
    }),
  );
  // A story that fails is thrown below, where the platform is stopped.
  moving.catch(() => undefined);
  for (const [what, read] of Object.entries(reads))
    console.log(`while ${STORIES} children join and leave, ${what}: ${await timed(read)}`);
  await moving;

  const ids = Array.from({ length: count }, (_, index) => index)
    .map((index) => sortAt(index, count))
    .toSorted()
    .map((sort) => sort.split('#').at(-1)!);
  let wrong = 0;
  for (let i = 0; i < ANSWERS; i += 1) {
    const index = anybody();
    const { position, of } = await client.get<Place>(`/requests/${ids[index]}/queue`);
    const { queue: lines } = await page(index + 1);
    const isRight = lines.map(({ id }) => id).join() === ids.slice(index, index + 20).join();
    if (position !== index + 1 || of !== count || !isRight) wrong += 1;
  }
  console.log(
    `then ${ANSWERS} places and pages compared with the sorted list: ${wrong} wrong; resident ${resident(platform)}`,
  );
}

async function enter(url: string, demoDir: string): Promise<{ readonly client: Client }> {
  const { prove } = findPlayer(demoDir, 'mio-officer', 'rsa', demoOffice);
  return { client: await signInByEds(url, prove) };
}

/** p50, p95 and the longest, in milliseconds. */
async function timed(read: () => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  const one = async () => {
    while (times.length < ANSWERS) {
      const from = performance.now();
      await read();
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)]!.toFixed(0);
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)} ms of ${sorted.length}, ${AT_ONCE} at once`;
}

function resident({ pid }: Server): string {
  const { now, mapped } = memoryOf(pid);
  return `${now.toFixed(0)} MB${mapped === undefined ? '' : `, of it mapped files ${mapped.toFixed(0)} MB`}`;
}
