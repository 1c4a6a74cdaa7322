// Lets the platform run long and badly (`npm run soak`): stories under load while registers, payments, timestamps and answers about
// certificates go down in turn, the platform is killed, and its clock jumps; then an audit from outside.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chance } from '../lib/local/chance.ts';
import { findPort } from '../lib/local/http/listen.ts';
import { addressFile, readAddress } from '../lib/local/stand-ins/address-file.ts';
import { changeMood } from '../lib/local/stand-ins/ask-moods.ts';
import { parts } from '../lib/local/stand-ins/spoil.ts';
import { call } from '../lib/local/http/client.ts';
import { openCompany } from '../lib/local/story/company.ts';
import { playJourney } from '../lib/local/story/journey.ts';
import { fail, readCommand, wholeNumber } from './command.ts';
import { memoryOf } from './memory-of.ts';
import { audit } from './soak/audit.ts';
import { bePatient, isOvertaken } from './soak/patient-fetch.ts';
import { Survivor } from './soak/survive.ts';
import { listPlots } from './story/plots.ts';

const { values } = readCommand(
  `npm run soak -- [--minutes 60] [--seed N] [--tellers 3] [--kill-every 180] [--outage 600]
Stories of every channel are played, --tellers at once, while each register, the payments, timestamps and answers about certificates go down
in turn for --outage seconds (or an equal share of the time, if that is less), the platform is killed (kill -9) about every --kill-every seconds, and its
clock jumps a day ahead at every third start. Then everything is well again, what was begun ends, and an audit from outside looks for what was
lost, doubled or left half-done. Exit 1 if there is anything.`,
  {
    options: {
      minutes: { type: 'string', default: '60' },
      seconds: { type: 'string' },
      seed: { type: 'string' },
      tellers: { type: 'string', default: '3' },
      'kill-every': { type: 'string', default: '180' },
      outage: { type: 'string', default: '600' },
    },
  },
);
const seed = wholeNumber('--seed', values.seed ?? String(Date.now() % 2 ** 32));
const length =
  values.seconds === undefined
    ? wholeNumber('--minutes', values.minutes, 1) * 60
    : wholeNumber('--seconds', values.seconds, 1);
const [tellers, killEvery] = [
  wholeNumber('--tellers', values.tellers, 1),
  wholeNumber('--kill-every', values['kill-every'], 1),
];
const outage = Math.min(wholeNumber('--outage', values.outage, 1), length / parts.length);
/** Milliseconds that the stories of an ended soak have to come to their ends. */
const PATIENCE = 900_000;

const dataDir = mkdtempSync(join(tmpdir(), 'soak-'));
const demoDir = join(dataDir, 'demo');
const random = chance(seed);
const platform = new Survivor(dataDir, await findPort(0));
const { url } = platform;
/** People in a queue wait for weeks for a place; a document of theirs is not what this looks at. */
const plots = listPlots().filter(({ queue }) => !queue);
const told: string[] = [];
/** Whether its time is over, and how often the platform was killed. */
const state = { isOver: false, kills: 0 };
let from = Date.now();
const left = () => from + length * 1000 - Date.now();
const say = (line: string) => console.log(`${((Date.now() - from) / 1000).toFixed(0).padStart(6)} s  ${line}`);

console.log(`to do it again: npm run soak -- --minutes ${Math.ceil(length / 60)} --seed ${seed}`);
bePatient(url);
await platform.start();
say(`serving; ${await employ()} people are there`);
const memory = [memoryOf(platform.pid).now];
from = Date.now();
try {
  const stories = Array.from({ length: tellers }, (_, teller) => tell(teller));
  await Promise.race([Promise.all([spoil(), killAgain()]), Promise.all(stories)]);
  state.isOver = true;
  say(`${told.length} stories ended, ${state.kills} kills; what was begun comes to its end`);
  await Promise.race([Promise.all(stories), late()]);
  await conclude();
} finally {
  await platform.kill();
  rmSync(dataDir, { recursive: true, force: true });
}

/** Everybody whom the stories need, before the first kill: a person is added in several calls, and whoever repeats them begins another. */
async function employ(): Promise<number> {
  const company = openCompany(url, demoDir, 'rsa');
  const members = new Set(await Promise.all([company.member('applicant'), company.member('auditor')]));
  for (const { plot } of plots) {
    const { offices } = await call<{ offices: readonly { code: string }[] }>(url, 'GET', `/services/${plot.service}`);
    const counter = plot.counter === 'portal' ? [] : [plot.counter];
    for (const worker of new Set([...plot.workers, ...counter, 'head' as const]))
      members.add(await company.worker(worker, plot.service, offices[0]?.code ?? ''));
  }
  return members.size;
}

/** One story after another, each of a channel by chance, as its people would play it. */
async function tell(teller: number): Promise<void> {
  for (let no = 0; !state.isOver; no += 1) {
    const { plot } = plots[Math.floor(random() * plots.length)]!;
    const options = {
      url,
      demoDir,
      name: `soak-${teller}-${no}`,
      key: 'rsa',
      plot,
      way: 'approve',
      tell: () => undefined,
    } as const;
    for (;;)
      try {
        told.push((await playJourney({ ...options, pause: 200 })).id);
        break;
      } catch (error) {
        if (!isOvertaken(error)) throw error;
        await wait(300);
      }
  }
}

/** Each party goes down in turn. */
async function spoil(): Promise<void> {
  for (const part of parts) {
    if (left() <= 0) return;
    await tune(part, 'down');
    say(`${part} is down`);
    await wait(Math.min(outage * 1000, Math.max(0, left())));
    await tune(part, 'ok');
  }
}

async function killAgain(): Promise<void> {
  while (left() > 0) {
    await wait(Math.min(left(), killEvery * 1000 * (0.5 + random())));
    if (left() <= 0) return;
    memory.push(memoryOf(platform.pid).now);
    await platform.kill();
    state.kills += 1;
    await platform.start(state.kills % 3 === 0 ? 1 : 0);
  }
}

/** A started platform has stand-ins at another address, and all of them are well. */
async function tune(part: string, mood: 'down' | 'ok'): Promise<void> {
  const address = readAddress(addressFile(dataDir));
  if (address !== undefined) await changeMood(address, part, { mood }).catch(() => undefined);
}

async function late(): Promise<never> {
  await wait(PATIENCE, undefined, { ref: false });
  throw new Error(`stories that were begun have not ended after ${PATIENCE / 60_000} minutes`);
}

async function conclude(): Promise<void> {
  const company = openCompany(url, demoDir, 'rsa');
  const [auditor, applicant] = await Promise.all([company.member('auditor'), company.member('applicant')]);
  memory.push(memoryOf(platform.pid).now);
  const faults = await audit(url, auditor.client, applicant.client, told);
  say(`${told.length} requests, ${state.kills} kills; resident ${memory.map((each) => each.toFixed(0)).join(', ')} MB`);
  for (const fault of faults) console.log(`  ${fault}`);
  if (faults.length > 0) fail(`${faults.length} faults`);
  say('nothing was lost, doubled or left half-done');
}
