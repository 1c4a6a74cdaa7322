// Measures the local platform under load (`npm run bench:load`):
//   npm run bench:load -- [--seconds 20] [--finished 20000] [--connections 1,10,50]
// Clients in processes of their own play whole stories, then stories and reads in a steady mix. It prints and asserts nothing.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { approval, tellStory } from '../lib/local/story/story.ts';
import { readCommand, wholeNumber } from './command.ts';
import { runClients, type Load, type Measured } from './load/run-clients.ts';
import { memoryOf } from './memory-of.ts';
import { copyFinished } from './soak/copy-finished.ts';
import { spawnServer, type Server } from './spawn-server.ts';

const { values } = readCommand(
  `npm run bench:load -- [--seconds 20] [--finished 20000] [--connections 1,10,50]
Stories a second, the server's processor time for each, and how long each route takes, with an empty store and with so many finished requests.
It prints and asserts nothing.`,
  {
    options: {
      seconds: { type: 'string', default: '20' },
      finished: { type: 'string', default: '20000' },
      connections: { type: 'string', default: '1,10,50' },
    },
  },
);
const seconds = wholeNumber('--seconds', values.seconds);
const finished = wholeNumber('--finished', values.finished);
const connections = values.connections.split(',').map((each) => wholeNumber('--connections', each));
/** Calls a second of readers in the mix. */
const RATE = 150;
const dataDir = mkdtempSync(join(tmpdir(), 'bench-load-'));
const demoDir = join(dataDir, 'demo');

try {
  const id = await during(async (server) => {
    const { url } = server;
    const told = await tellStory({
      url,
      demoDir,
      name: 'load-story',
      key: 'rsa',
      decision: approval,
      tell: () => undefined,
    });
    await measure(server, 0);
    return told.id;
  });
  if (finished > 0) {
    await copyFinished(dataDir, id, finished);
    await during((server) => measure(server, finished));
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}

async function measure(server: Server, stored: number): Promise<void> {
  console.log(`\n${stored} finished requests in the store`);
  for (const stories of connections) {
    const load = { stories, readers: 0, rate: 1, seconds };
    const { result, cpu, took } = await run(server, `stories-${stored}-${stories}`, load);
    const each = result.stories > 0 ? `${(cpu / result.stories).toFixed(2)} s of processor time each` : 'none ended';
    console.log(
      `  stories, ${String(stories).padStart(2)} at once  ${(result.stories / took).toFixed(2)} a second, ${each}, ${result.failed} failed`,
    );
  }
  for (const readers of connections) {
    const load = { stories: 1, readers, rate: RATE, seconds };
    const { result } = await run(server, `mix-${stored}-${readers}`, load);
    console.log(
      `  ${RATE} reads a second over ${readers} connections and a story at a time: ${result.stories} stories, ${result.failed} failed, resident ${memoryOf(server.pid).now.toFixed(0)} MB`,
    );
    printTimes(result);
  }
}

async function run({ url, pid }: Server, name: string, load: Omit<Load, 'url' | 'demoDir' | 'name'>) {
  const [before, from] = [processorTime(pid), performance.now()];
  const result = await runClients({ url, demoDir, name, ...load });
  // Stories that were begun in time end later.
  return { result, cpu: processorTime(pid) - before, took: (performance.now() - from) / 1000 };
}

function printTimes({ calls }: Measured): void {
  const all = Object.entries(calls).filter(([route]) => !route.endsWith('object'));
  const kinds = {
    reads: all.filter(([route]) => route.startsWith('GET')),
    writes: all.filter(([route]) => !route.startsWith('GET')),
  };
  console.log('      calls     p50     p95     p99  ms');
  for (const [kind, routes] of Object.entries(kinds))
    printRow(
      `all ${kind}`,
      routes.flatMap(([, times]) => times),
    );
  for (const [route, times] of all.toSorted(([, a], [, b]) => b.length - a.length)) printRow(route, times);
}

function printRow(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
  console.log(
    `${String(times.length).padStart(11)}${[0.5, 0.95, 0.99].map((share) => at(share).padStart(8)).join('')}  ${what}`,
  );
}

/** Seconds that the process has used, in all its threads. NaN where the system does not say. */
function processorTime(pid: number): number {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return ((user ?? NaN) + (system ?? NaN)) / 100;
  } catch {
    return NaN;
  }
}

async function during<Result>(work: (server: Server) => Promise<Result>): Promise<Result> {
  const server = await spawnServer('bin/local.ts', '--no-demo', '--unthrottled', '--data', dataDir);
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}
