// Writes what is generated from the regulations: machines, cards, documents. `--check` writes nothing and fails if one
// is stale.
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describeDefect } from '../lib/domain/regulation/defect.ts';
import { generateFiles, missingVerbs } from '../statemachines/generate.ts';
import { readRegulations, readVerbs, readVersions, versionFile } from '../statemachines/read.ts';
import { readCommand } from './command.ts';

const { values } = readCommand(
  `npm run compile [-- --check]
Writes what is generated from the regulations: machines, cards, documents; --check fails if one is stale.`,
  { options: { check: { type: 'boolean' } } },
);
const root = join(import.meta.dirname, '..');
const { regulations, defects } = readRegulations();
const versions = readVersions();
for (const defect of [...defects, ...versions.defects]) console.error(describeDefect(defect));
if (defects.length + versions.defects.length > 0) process.exit(1);

const functions = readVerbs();
const present = new Set(regulations.map(({ regulation }) => versionFile(regulation)));
const former = versions.regulations.map(({ regulation }) => regulation).filter((one) => !present.has(versionFile(one)));
const files = new Map([
  ...generateFiles(
    regulations.map(({ regulation }) => regulation),
    functions,
    former,
  ),
  ...regulations.map(({ file, regulation }) => [versionFile(regulation), read(file) ?? ''] as const),
]);
for (const one of former) console.log(`${versionFile(one)} is a former version: delete it if it was never deployed`);
for (const { regulation } of regulations)
  for (const channel of regulation.channels) {
    const missing = missingVerbs(channel, functions);
    if (missing.length > 0) console.log(`${regulation.machine}-${channel.channel} waits for ${missing.join(', ')}`);
  }
const written = globSync(['statemachines/asl/**/*.asl.json', 'docs/regulations/**/*.{md,svg,bpmn}'], { cwd: root });
const orphans = written.filter((file) => !files.has(file));
const stale = [...files].filter(([file, content]) => content !== read(file)).map(([file]) => file);

if (values.check) {
  for (const file of [...stale, ...orphans]) console.error(`${file}: stale; run npm run compile`);
  process.exit(stale.length + orphans.length > 0 ? 1 : 0);
}
for (const file of orphans) rmSync(join(root, file));
for (const file of stale) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), files.get(file) ?? '');
}
console.log(
  `${regulations.length} regulations, ${files.size} files, ${stale.length} written, ${orphans.length} removed`,
);

function read(file: string): string | undefined {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return undefined;
  }
}
