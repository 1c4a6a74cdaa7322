// Writes docs/runbook.md from the texts of the alarms (`npm run runbook`), with the log groups of production.
//   npm run -s runbook -- --stage test      prints it with another stage's, to paste from
//   … -- --check                            fails when the file is stale
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeRunbook } from '../lib/stack/runbook.ts';
import { readCommand } from './command.ts';
import './end-with-pipe.ts';

const { values } = readCommand(
  `npm run runbook -- [--check]; npm run -s runbook -- --stage STAGE
Writes docs/runbook.md from the texts of the alarms. --check fails when it is stale; --stage prints it for another stage.`,
  { options: { stage: { type: 'string' }, check: { type: 'boolean', default: false } } },
);
const target = join(import.meta.dirname, '../docs/runbook.md');

if (values.stage !== undefined) console.log(writeRunbook(values.stage));
else if (values.check) {
  if ((await readFile(target, 'utf8').catch(() => '')) !== writeRunbook('prod')) {
    console.error('docs/runbook.md is not what the alarms say: npm run runbook');
    process.exitCode = 1;
  }
} else await writeFile(target, writeRunbook('prod'));
