// Lets the platform run long and badly (`npm run soak`): stories under load while registers, payments, timestamps and answers about
// certificates go down in turn, the platform is killed, and its clock jumps; then an audit from outside.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chance } from '../lib/local/chance.ts';
import { findPort } from '../lib/local/http/listen.ts';
import { demoPeople } from '../lib/local/demo/demo.ts';
import { addressFile, readAddress } from '../lib/local/stand-ins/address-file.ts';
import { changeMood } from '../lib/local/stand-ins/ask-moods.ts';
import { parts, type Part } from '../lib/local/stand-ins/spoil.ts';
import { call } from '../lib/local/http/client.ts';
import { openCompany } from '../lib/local/story/company.ts';
import { playJourney } from '../lib/local/story/journey.ts';
import { fail, readCommand, wholeNumber } from './command.ts';
import { memoryOf } from './memory-of.ts';
import { auditDisk } from './soak/audit-disk.ts';
import { audit } from './soak/audit.ts';
import { checkLetters } from './soak/letters.ts';
import { bePatient, isOvertaken } from './soak/patient-fetch.ts';
import { Survivor } from './soak/survive.ts';
import { listPlots } from './story/plots.ts';

const { values } = readCommand(
  `npm run soak -- [--minutes 60] [--seed N] [--tellers 3] [--kill-every 180] [--outage 600] [--jump-every 3]
Stories of every channel are played, --tellers at once and more while some wait for a register, while each register, the payments, timestamps, answers
about certificates and the mail go down in turn for --outage seconds (or two and a half equal shares of the time, if that is less), the platform is killed
(kill -9) when it has served for about --kill-every seconds, and again and again in its start, and its clock jumps a day ahead at every --jump-every-th start. Meanwhile people are employed. Then everything is well again, what was begun ends, and an audit from outside looks for what was
lost, doubled or left half-done. Exit 1 if there is anything.`,
  {
    options: {
      minutes: { type: 'string', default: '60' },
      seconds: { type: 'string' },
      seed: { type: 'string' },
      tellers: { type: 'string', default: '3' },
      'kill-every': { type: 'string', default: '180' },
      outage: { type: 'string', default: '600' },
      'jump-every': { type: 'string', default: '3' },
    },
  },
);
const seed = wholeNumber('--seed', values.seed ?? String(Date.now() % 2 ** 32));
const length =
  values.seconds === undefined
    ? wholeNumber('--minutes', values.minutes, 1) * 60
    : wholeNumber('--seconds', values.seconds, 1);
const [tellers, killEvery, jumpEvery] = [
  wholeNumber('--tellers', values.tellers, 1),
  wholeNumber('--kill-every', values['kill-every'], 1),
  wholeNumber('--jump-every', values['jump-every'], 1),
];
/** Seconds from one outage's beginning to the next. One may last longer than that: then several parties are down at once. */
const turn = length / parts.length;
const outage = Math.min(wholeNumber('--outage', values.outage, 1), turn * 2.5);
/** Milliseconds after which a story waits for somebody who is down: its teller begins another beside it, up to so many for each. */
const WAITING = 15_000;
const BESIDE = 4;
/** How often a start is killed, too, each time at a moment by chance within the time that the last whole start took. */
const IN_START = 0.7;
/** Milliseconds from one person employed to the next. */
const EMPLOYED = 60_000;
/** Milliseconds that the stories of an ended soak have to come to their ends. */
const PATIENCE = 900_000;

const dataDir = mkdtempSync(join(tmpdir(), 'soak-'));
const demoDir = join(dataDir, 'demo');
const random = chance(seed);
const platform = new Survivor(dataDir, await findPort(0));
const { url } = platform;
const plots = listPlots();
const told: string[] = [];
/** Parties that are down now, whatever is started again. */
const down = new Set<Part>();
/** Whether its time is over, and how often the platform was killed. */
const state = { isOver: false, kills: 0, inStart: 0, hired: 0 };
let from = Date.now();
const left = () => from + length * 1000 - Date.now();
const killed = () => `${state.kills + state.inStart} kills (${state.inStart} of them in a start)`;
const say = (line: string) => console.log(`${((Date.now() - from) / 1000).toFixed(0).padStart(6)} s  ${line}`);

const again = Object.entries({ ...values, seed }).flatMap(([name, value]) =>
  value === undefined ? [] : `--${name} ${value}`,
);
console.log(`to do it again: npm run soak -- ${again.join(' ')}`);
bePatient(url);
await platform.start();
say('serving');
const memory = [memoryOf(platform.pid).now];
from = Date.now();
try {
  const stories = Array.from({ length: tellers }, (_, teller) => tell(teller));
  const beside = employ();
  await Promise.race([Promise.all([spoil(), killAgain()]), Promise.all([...stories, beside])]);
  state.isOver = true;
  say(`${told.length} stories ended, ${killed()}; what was begun comes to its end`);
  // A silent register is asked again after as long as it was silent: a day later that is due.
  await platform.kill();
  await platform.start(1);
  await Promise.race([Promise.all([...stories, beside]), late()]);
  await conclude();
  rmSync(dataDir, { recursive: true, force: true });
} catch (error) {
  say(`what it left behind is in ${dataDir}`);
  throw error;
} finally {
  await platform.kill();
}

/** People are employed while the platform is killed: each has to be there once in the end, and able to work. */
async function employ(): Promise<void> {
  const company = openCompany(url, demoDir, 'rsa');
  while (!state.isOver) {
    const { plot } = anyPlot();
    await patiently(async () => {
      const { offices } = await call<{ offices: readonly { code: string }[] }>(url, 'GET', `/services/${plot.service}`);
      await company.hire('mio-officer', offices[0]?.code);
    });
    state.hired += 1;
    for (const until = Date.now() + EMPLOYED; !state.isOver && Date.now() < until;) await wait(300);
  }
}

/** One story after another, each of a channel by chance, as its people would play it. */
async function tell(teller: number): Promise<void> {
  const open = new Set<Promise<void>>();
  const failed = Promise.withResolvers<never>();
  for (let no = 0; !state.isOver; no += 1) {
    const { plot } = anyPlot();
    const options = {
      ...{ url, demoDir, name: `soak-${teller}-${no}`, pause: 500, tell: () => undefined },
      ...({ key: 'rsa', plot, way: 'approve' } as const),
    };
    const story = patiently(async () => void told.push((await playJourney(options)).id)).finally(() =>
      open.delete(story),
    );
    story.catch(failed.reject);
    open.add(story);
    await Promise.race([story, wait(WAITING), failed.promise]);
    if (open.size >= BESIDE) await Promise.race([...open, failed.promise]);
  }
  await Promise.all(open);
}

function anyPlot() {
  return plots[Math.floor(random() * plots.length)]!;
}

/** Looks again and goes on, until it is done. */
async function patiently(work: () => Promise<void>): Promise<void> {
  for (;;)
    try {
      return await work();
    } catch (error) {
      if (!isOvertaken(error)) throw error;
      await wait(300);
    }
}

/** Each party goes down in turn. */
async function spoil(): Promise<void> {
  const back: Promise<void>[] = [];
  for (const part of parts) {
    if (left() <= 0) break;
    down.add(part);
    await tune(part, 'down');
    say(`${part} is down`);
    back.push(heal(part));
    await wait(Math.min(turn * 1000, Math.max(0, left())));
  }
  await Promise.all(back);
}

async function heal(part: Part): Promise<void> {
  await wait(Math.min(outage * 1000, Math.max(0, left())));
  down.delete(part);
  await tune(part, 'ok');
  say(`${part} is well again; ${told.length} stories ended, ${killed()}, ${memory.at(-1)!.toFixed(0)} MB`);
}

async function killAgain(): Promise<void> {
  let starting = 4000;
  for (let turns = 1; left() > 0; turns += 1) {
    await wait(Math.min(left(), killEvery * 1000 * (0.5 + random())));
    if (left() <= 0) return;
    memory.push(memoryOf(platform.pid).now);
    await platform.kill();
    state.kills += 1;
    while (random() < IN_START && left() > 0) {
      const started = platform.start();
      await Promise.race([started, wait(random() * starting)]);
      await platform.kill();
      await started;
      state.inStart += 1;
    }
    const begun = performance.now();
    await platform.start(turns % jumpEvery === 0 ? 1 : 0);
    starting = performance.now() - begun;
    for (const part of down) await tune(part, 'down');
  }
}

/** A started platform has stand-ins at another address, and all of them are well. */
async function tune(part: Part, mood: 'down' | 'ok'): Promise<void> {
  const address = readAddress(addressFile(dataDir));
  if (address !== undefined) await changeMood(address, part, { mood }).catch(() => undefined);
}

async function late(): Promise<never> {
  await wait(PATIENCE, undefined, { ref: false });
  throw new Error(`stories that were begun have not ended after ${PATIENCE / 60_000} minutes`);
}

async function conclude() {
  // A day later nothing waits to be tried again.
  await platform.kill();
  await platform.start(1);
  const company = openCompany(url, demoDir, 'rsa');
  const [auditor, administrator, { client: applicant }] = await Promise.all([
    company.member('auditor'),
    company.member('administrator'),
    company.member('applicant'),
  ]);
  const employed = demoPeople(demoDir).filter(({ role }) => role !== 'applicant').length;
  const clients = { auditor: auditor.client, administrator: administrator.client, applicant };
  memory.push(memoryOf(platform.pid).now);
  const mailed = await checkLetters(applicant, join(dataDir, 'inbox'), told, PATIENCE);
  const outside = await audit(url, clients, { told, employed });
  await platform.kill();
  const faults = [...mailed.faults, ...outside, ...(await auditDisk(dataDir, told))];
  say(`${told.length} requests, ${killed()}, ${employed} employees, ${state.hired} of them hired meanwhile`);
  say(`${mailed.letters} notices were mailed, ${mailed.again} of them twice`);
  say(`resident ${memory.map((each) => each.toFixed(0)).join(', ')} MB`);
  for (const fault of faults) console.log(`  ${fault}`);
  if (faults.length > 0) fail(`${faults.length} faults; what it left behind is in ${dataDir}`);
  say('nothing was lost, doubled or left half-done');
}
