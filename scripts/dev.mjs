// `npm run dev`: the platform, restarted by every change of what it is made from; further flags are Node's (`--inspect`).
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';

// What is bundled from the pages lies among them, and is written by every start.
const pages = readdirSync('web')
  .filter((name) => name !== 'dist')
  .map((name) => `web/${name}`);
const watched = ['functions', 'lib', 'statemachines', ...pages].map((path) => `--watch-path=${path}`);

const flags = ['--watch', '--watch-preserve-output', ...watched, '--disable-warning=ExperimentalWarning'];
const platform = spawn(process.execPath, [...flags, ...process.argv.slice(2), 'bin/local.ts', '--no-demo'], {
  stdio: 'inherit',
});
// Ctrl-C reaches the platform as well; it decides when it has ended.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => platform.kill(signal));
platform.on('exit', (code) => process.exit(code ?? 1));
