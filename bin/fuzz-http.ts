import { runCampaign } from './fuzz-http/campaign.ts';
import type { Description } from './fuzz-http/operations.ts';
import { startPlatform } from './fuzz-http/start-platform.ts';
import { makeSubjects } from './fuzz-http/subjects.ts';
import { readCommand, wholeNumber } from './command.ts';

// `npm run fuzz:http [-- --requests 100000 --seed N]`: hostile requests to every route by every role, against a
// platform of its own. Fails on any answer of 500 and above, any error answer of over 16 kB, and any that is not a
// problem document. A seed repeats what it found, except for ids and signatures.

const { values } = readCommand(
  `npm run fuzz:http -- [--requests 100000] [--seed N]
Hostile requests to every route by every role, against a platform of its own.`,
  { options: { requests: { type: 'string' }, seed: { type: 'string' } } },
);
const requests = wholeNumber('--requests', values.requests ?? '100000', 1);
const seed = wholeNumber('--seed', values.seed ?? String(Date.now() % 2 ** 31));

const platform = await startPlatform();
const { url } = platform;
const description = (await (await fetch(`${url}/openapi.json`)).json()) as Description;
const before = platform.memory();
console.log(`${requests} requests, seed ${seed}; the platform has ${before.now.toFixed(0)} MB`);
const begun = performance.now();
const seconds = () => Math.round((performance.now() - begun) / 1000);
try {
  const { sent, statuses, times, faults } = await runCampaign({
    ...{ url, description, requests, seed, renew: makeSubjects(url, platform.demoDir) },
    complain: (fault, { method, target, headers, body = new Uint8Array() }) => {
      const parts = [`${method} ${target}`, JSON.stringify(headers), Buffer.from(body).toString()];
      console.error([fault, ...parts.map((part) => `  ${part.slice(0, 600)}`)].join('\n'));
    },
    tell: (count) => {
      const { now, most = NaN } = platform.memory();
      console.log(`${count} in ${seconds()} s; ${now.toFixed(0)} MB, at most ${most.toFixed(0)} MB`);
    },
  });
  const all = [...times.values()].flat().sort((a, b) => a - b);
  const at = (part: number) => (all[Math.floor(part * (all.length - 1))] ?? 0).toFixed(1);
  console.log(`${sent} requests in ${seconds()} s, answered`, statuses);
  console.log(`half within ${at(0.5)} ms, 99 % within ${at(0.99)} ms, all within ${at(1)} ms; the slowest routes:`);
  const slowest = [...times].map(([name, each]) => ({ name, most: Math.max(...each) })).sort((a, b) => b.most - a.most);
  for (const { name, most } of slowest.slice(0, 5)) console.log(`  ${most.toFixed(0).padStart(6)} ms  ${name}`);
  console.log(`memory: ${before.now.toFixed(0)} MB before, at most ${(platform.memory().most ?? NaN).toFixed(0)} MB`);
  if (faults.size > 0) process.exitCode = 1;
  else console.log('no 5xx, no answer above 16 kB to an error, every refusal a problem document');
} finally {
  await platform.stop();
}
process.exit();
