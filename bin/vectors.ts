import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOf, home, listed, sets } from '../scripts/vectors.mjs';
import { fail, readCommand } from './command.ts';

readCommand(
  `npm run vectors
Says which of the published test material is present, and checks it with the SHA-256 list test/vectors.sha256. Tests that need a
missing folder are skipped. The material is beside the repository, in ${home}:
${Object.entries(sets)
  .map(([set, what]) => `  ${set.padEnd(6)} ${what}`)
  .join('\n')}
VECTORS=<folder> npm run vectors copies from a folder that has the same three; only files of the list, and only where they have
its SHA-256. Nothing is downloaded: the publishers' archives have other shapes (the cases of PKITS are one JSON here), so
the folder is handed on as it is.`,
  { options: {} },
);

const from = process.env['VECTORS'];
const files = [...listed()];
if (from !== undefined && !existsSync(from)) fail(`VECTORS names no folder: ${from}`, 64);
if (from !== undefined)
  for (const [file, digest] of files) {
    const target = join(home, file);
    if (digestOf(target) === digest || digestOf(join(from, file)) !== digest) continue;
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(from, file), target);
  }

const bad = files.filter(([file, digest]) => digestOf(join(home, file)) !== digest).map(([file]) => file);
for (const set of Object.keys(sets)) {
  const all = files.filter(([file]) => file.startsWith(`${set}/`)).length;
  const wanting = bad.filter((file) => file.startsWith(`${set}/`));
  const absent = wanting.filter((file) => !existsSync(join(home, file))).length;
  console.log(
    `${set}: ${all - wanting.length} of ${all} files as listed, ${absent} absent, ${wanting.length - absent} differ`,
  );
}
if (bad.length > 0) fail(`${bad.length} files are not as listed, the first ${join(home, bad[0] ?? '')}`);
