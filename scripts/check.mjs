// `npm run check`: types, lint and import directions, dead code, format. Two run at a time, because some of them use
// only one core; each prints its findings when it has ended.
import { spawn } from 'node:child_process';

const waiting = ['types', 'unused', 'lint', 'format:check'];

/** Whether the step passed. */
const run = (step) =>
  new Promise((done) => {
    const child = spawn('npm', ['run', '-s', step], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
    child.on('close', (code) => {
      if (code !== 0) process.stderr.write(`${step}:\n${Buffer.concat(said).toString()}`);
      done(code === 0);
    });
  });

async function work() {
  let passed = true;
  for (let step = waiting.shift(); step; step = waiting.shift()) passed = (await run(step)) && passed;
  return passed;
}

const all = await Promise.all([work(), work()]);
process.exitCode = all.every(Boolean) ? 0 : 1;
