// Measures the memory of a platform that runs for a long time (`npm run bench:soak`):
//   npm run bench:soak -- [--requests 100000] [--finished 20000]
// Plays one story on a platform of its own. Then it puts copies of the finished request into the platform's store, and
// sends reads of four kinds, ten at a time. It prints and asserts nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyFinished } from './soak/copy-finished.ts';
import { findPlayer } from '../lib/local/story/cast.ts';
import { signIn } from '../lib/local/http/client.ts';
import { approval, tellStory } from '../lib/local/story/story.ts';
import { readCommand, wholeNumber } from './command.ts';
import { memoryOf } from './memory-of.ts';
import { spawnServer, type Server } from './spawn-server.ts';

const { values } = readCommand(
  `npm run bench:soak -- [--requests 100000] [--finished 20000]
Measures the memory of a platform that runs for a long time. It prints and asserts nothing.`,
  {
    options: { requests: { type: 'string', default: '100000' }, finished: { type: 'string', default: '20000' } },
  },
);
const requests = wholeNumber('--requests', values.requests);
const finished = wholeNumber('--finished', values.finished);
const dataDir = mkdtempSync(join(tmpdir(), 'bench-soak-'));
const demoDir = join(dataDir, 'demo');

const ROUND = 5000;
const AT_ONCE = 10;

try {
  const id = await during(async ({ url, pid }) => {
    const told = await tellStory({ url, demoDir, name: 'soak-story', key: 'rsa', decision: approval, tell: () => {} });
    console.log(`one story told          ${resident(pid)}`);
    return told.id;
  });
  await copyFinished(dataDir, id, finished);
  await during(async (platform) => {
    console.log(`${String(finished).padStart(6)} finished, start  ${resident(platform.pid)}`);
    await read(platform, id);
  });
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}

async function read({ url, pid }: Server, id: string) {
  const applicant = findPlayer(demoDir, 'applicant', 'rsa').person;
  const officer = findPlayer(demoDir, 'mio-officer', 'rsa', 'south-kazakhstan-employment-shymkent').person;
  const from = performance.now();
  // On a machine that is busy with something else, a call may time out. The soak continues and says so.
  let failed = 0;
  const countFailed = () => {
    failed += 1;
  };
  // A token lives for minutes, a soak for longer: each round signs in again.
  for (let done = 0; done < requests; done += ROUND) {
    const [citizen, official] = await Promise.all([signIn(url, applicant), signIn(url, officer)]);
    const reads = [
      () => citizen.get('/services'),
      () => citizen.get('/requests?limit=10'),
      () => citizen.get(`/requests/${id}`),
      () => official.get('/work?limit=10'),
    ];
    const one = async () => {
      for (let turn = 0; turn < ROUND / AT_ONCE; turn += 1) await reads[turn % reads.length]?.().catch(countFailed);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    const rate = ((done + ROUND) / (performance.now() - from)) * 1000;
    console.log(
      `${String(done + ROUND).padStart(7)} reads           ${resident(pid)}, ${rate.toFixed(0)} a second, ${failed} failed`,
    );
  }
}

async function during<Result>(work: (platform: Server) => Promise<Result>): Promise<Result> {
  const platform = await spawnServer('bin/local.ts', '--no-demo', '--unthrottled', '--data', dataDir);
  try {
    return await work(platform);
  } finally {
    await platform.stop();
  }
}

function resident(pid: number): string {
  const { now, mapped } = memoryOf(pid);
  return `resident ${now.toFixed(0)} MB${mapped === undefined ? '' : `, of it mapped files ${mapped.toFixed(0)} MB`}`;
}
