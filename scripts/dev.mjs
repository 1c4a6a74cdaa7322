// `npm run dev`: the platform, restarted after each change of its sources; further flags are Node's (`--inspect`).
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';

// The pages' bundle is among them, and every start writes it.
const pages = readdirSync('web')
  .filter((name) => name !== 'dist')
  .map((name) => `web/${name}`);
const watched = ['functions', 'lib', 'statemachines', ...pages].map((path) => `--watch-path=${path}`);

const flags = [
  ...['--watch', '--watch-preserve-output', ...watched],
  ...['--import', './scripts/keep-compiled.mjs', '--disable-warning=ExperimentalWarning'],
];
const platform = spawn(process.execPath, [...flags, ...process.argv.slice(2), 'bin/local.ts', '--no-demo'], {
  stdio: 'inherit',
});
// Ctrl-C reaches the platform as well; it decides when it has ended.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => platform.kill(signal));
platform.on('exit', (code) => process.exit(code ?? 1));
