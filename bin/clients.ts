// Generates clients of the API with two generators, compiles them and uses them (`npm run clients -- --help`).
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { demoPeople } from '../lib/local/demo/demo.ts';
import { readCommand } from './command.ts';

const root = join(import.meta.dirname, '..');
const { values } = readCommand(
  `npm run clients -- [--url http://localhost:3000] [--data .local]
Generates a client from openapi.json with openapi-typescript (npm) and one with openapi-python-client (PyPI, Python 3.11 or newer),
compiles both strictly, and runs docs/examples/clients with them against a running platform as a demo applicant.
What cannot run is named, and the exit code is 3; a client that does not compile or work is 1.`,
  {
    options: {
      url: { type: 'string', default: `http://localhost:${process.env['PORT'] ?? 3000}` },
      data: { type: 'string', default: join(root, '.local') },
    },
  },
);
const folder = join(root, '.cache/clients');
const description = join(root, 'lib/adapters/http/openapi.json');
const examples = join(root, 'docs/examples/clients');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

/** A step that failed, or a tool that is not there. */
class Failed extends Error {
  readonly code: 1 | 3;

  constructor(code: 1 | 3, message: string) {
    super(message);
    this.code = code;
  }
}

/** @param absent what it means for the whole if the program fails: that something is missing, or that something is wrong */
function run(absent: 1 | 3, program: string, args: readonly string[], cwd = folder, path = ''): string {
  const env = { ...process.env, PATH: [path, process.env['PATH']].filter(Boolean).join(delimiter) };
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, env, encoding: 'utf8' });
  if (status === 0) return `${stdout}${stderr}`;
  throw new Failed(absent, `${program} ${args[0]}: ${error?.message ?? `${stdout}${stderr}`.trim()}`);
}

const isUp = await fetch(`${values.url}/services?limit=1`).then(
  ({ ok }) => ok,
  () => false,
);
const person = isUp ? demoPeople(join(values.data, 'demo')).find(({ role }) => role === 'applicant') : undefined;
const asked = person && [values.url, person.iin, person.password];

function typescript(): string {
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  run(3, 'npm', ['install', '--silent', '--no-audit', 'openapi-typescript@7.13.0', 'openapi-fetch@0.17.0']);
  run(1, join(folder, 'node_modules/.bin/openapi-typescript'), [description, '-o', 'api.ts']);
  cpSync(join(examples, 'play.mts'), join(folder, 'play.mts'));
  const strict = [
    '--ignoreConfig',
    '--noEmit',
    '--strict',
    '--target',
    'es2022',
    '--module',
    'nodenext',
    '--allowImportingTsExtensions',
  ];
  run(1, join(root, 'node_modules/.bin/tsc'), [
    ...strict,
    ...['--types', 'node', '--typeRoots', join(root, 'node_modules/@types'), 'play.mts'],
  ]);
  return asked ? run(1, process.execPath, ['play.mts', ...asked]) : 'compiled, not used: no platform answers';
}

function python(): string {
  run(3, 'python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 11))']);
  run(3, 'python3', ['-m', 'venv', 'venv']);
  const bin = join(folder, 'venv/bin');
  run(3, join(bin, 'pip'), ['install', '--quiet', 'openapi-python-client==0.29.1', 'ruff==0.17.6']);
  const generate = ['generate', '--path', description, '--output-path', 'e_akimat_client', '--meta', 'none'];
  run(1, join(bin, 'openapi-python-client'), generate, folder, bin);
  run(1, join(bin, 'python'), ['-m', 'compileall', '-q', 'e_akimat_client']);
  cpSync(join(examples, 'play.py'), join(folder, 'play.py'));
  return asked ? run(1, join(bin, 'python'), ['play.py', ...asked]) : 'compiled, not used: no platform answers';
}

let worst = isUp ? 0 : 3;
for (const [name, make] of Object.entries({ typescript, python })) {
  try {
    console.log(`${name}: ${make().trim()}`);
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    console.error(`${name}: ${error.message}`);
    worst = error.code === 1 ? 1 : worst || 3;
  }
}
process.exitCode = worst;
