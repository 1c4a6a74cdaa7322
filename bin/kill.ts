import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { misuse, readCommand, wholeNumber } from './command.ts';

const { values } = readCommand(
  `npm run kill -- [--kills 50] [--seed N]
Kills a platform again and again (kill -9) while stories are played on it, then looks for anything lost, done twice or
half-written. A seed repeats what it found, as far as the machine's speed allows. \`npm test\` does a short one.`,
  { options: { kills: { type: 'string', default: '50' }, seed: { type: 'string' } } },
);
const kills = wholeNumber('--kills', values.kills, 1);
const seed = wholeNumber('--seed', values.seed ?? String(Date.now() % 2 ** 32));
if (seed >= 2 ** 32) misuse('--seed is less than 4294967296');

console.log(`to do it again: npm run kill -- --kills ${kills} --seed ${seed}`);
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
const { status } = spawnSync(process.execPath, [...jest, 'test/flows/kill.test.ts'], {
  cwd: join(import.meta.dirname, '..'),
  env: { ...process.env, KILLS: String(kills), SEED: String(seed) },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
