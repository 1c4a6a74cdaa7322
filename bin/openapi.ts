// Writes lib/adapters/http/openapi.json from the contracts (`npm run openapi`); `-- --check` fails if it is stale.
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Contract } from '../lib/adapters/http/contract.ts';
import { describeApi } from '../lib/adapters/http/openapi.ts';
import { readCommand } from './command.ts';

const { values } = readCommand(
  `npm run openapi [-- --check]
Writes lib/adapters/http/openapi.json from the contracts; --check fails if it is stale.`,
  { options: { check: { type: 'boolean' } } },
);
const root = join(import.meta.dirname, '..');
const target = join(root, 'lib/adapters/http/openapi.json');

const contracts: Contract[] = [];
for await (const file of glob('functions/*/*/contract.ts', { cwd: root }))
  contracts.push(((await import(join(root, file))) as { contract: Contract }).contract);
const text = `${JSON.stringify(describeApi(contracts), null, 2)}\n`;

if (values.check) {
  if ((await readFile(target, 'utf8').catch(() => '')) !== text) {
    console.error('lib/adapters/http/openapi.json is not what the contracts say: npm run openapi');
    process.exitCode = 1;
  }
} else {
  await writeFile(target, text);
  console.log(`${contracts.length} operations described in lib/adapters/http/openapi.json`);
}
