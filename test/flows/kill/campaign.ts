import { setTimeout as wait } from 'node:timers/promises';
import { findPort } from '../../../lib/local/http/listen.ts';
import type { RunningPlatform } from '../running-platform.ts';
import { chance, spread } from '../../../lib/local/chance.ts';
import { castPatiently, tellPatiently, type Cast } from './patient-story.ts';

export interface Plan {
  readonly seed: number;
  /** Kills of the very first start, which makes keys, people and template. */
  readonly firstStartKills: number;
  /** Kills while stories are played. */
  readonly kills: number;
  /** Running stories at any time: each kill hits them all, at different places. */
  readonly tellers: number;
}

export interface Campaign {
  readonly cast: Cast;
  /** Ids of the requests whose stories reached their end: all that were begun. */
  readonly told: readonly string[];
  /** When each kill came, in milliseconds since the epoch. */
  readonly kills: readonly number[];
}

/** The shortest time of a first start, in milliseconds. */
const FIRST_START = 4000;
/**
 * The longest time for which a platform serves before it is killed, in milliseconds: a machine that is slow once need
 * not stay slow.
 */
const LONGEST_LIFE = 2000;

/** Kills the platform again and again while stories are played, at times spread over a start and two stories. */
export async function wageCampaign(platform: RunningPlatform, plan: Plan): Promise<Campaign> {
  const random = chance(plan.seed);
  const port = await findPort(0);
  const kills: number[] = [];
  const told: string[] = [];
  const kill = async () => {
    kills.push(Date.now());
    await platform.kill('SIGKILL');
  };
  /** Killed during its start, or after it has served for a while, however long the start took. */
  const live = async (starting: number, serving: number) => {
    const served = platform.launch(port).catch(() => undefined);
    await (serving > 0 ? served.then(() => wait(serving)) : Promise.race([served, wait(starting)]));
    await kill();
  };

  for (const moment of spread(plan.firstStartKills, random)) await live(moment * FIRST_START, 0);
  await platform.start(port);
  const { office = '' } = platform.person('officer-serik');
  const cast = await castPatiently(platform.url, platform.demoDir, office);
  told.push(await tellPatiently(cast, 'undisturbed'));
  await platform.kill('SIGKILL');
  const start = await timed(() => platform.start(port));
  const story = await timed(async () => told.push(await tellPatiently(cast, 'undisturbed-again')));

  let over = false;
  let begun = 0;
  const allBegan = Promise.withResolvers<void>();
  const began = () => (begun += 1) === plan.tellers && allBegan.resolve();
  const tellers = Array.from({ length: plan.tellers }, async (_, teller) => {
    for (let next = 0; !over; next += 1) {
      told.push(await tellPatiently(cast, `teller-${teller}-story-${next}`, next === 0 ? began : undefined));
      await wait(random() * story);
    }
  });
  // A story that cannot continue ends the campaign at once.
  const failed = Promise.all(tellers).then(() => undefined);
  const life = start + Math.min(2 * story, LONGEST_LIFE);
  try {
    // The first kill is sure to hit a story.
    await Promise.race([allBegan.promise.then(kill), failed]);
    for (const moment of spread(plan.kills - 1, random))
      await Promise.race([live(moment * life, moment * life - start), failed]);
  } finally {
    over = true;
  }
  await platform.start(port);
  await failed;
  return { cast, told, kills };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = Date.now();
  await work();
  return Date.now() - began;
}
