// Writes docs/errors.md from the closed union of problem codes (`npm run errors`); `-- --check` fails if it is stale.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { problems } from '../lib/domain/problem/codes.ts';
import { readCommand } from './command.ts';

const { values } = readCommand(
  `npm run errors [-- --check]
Writes docs/errors.md from the problem codes; --check fails if it is stale.`,
  { options: { check: { type: 'boolean' } } },
);
const target = join(import.meta.dirname, '../docs/errors.md');
const cell = (text: string) => text.replaceAll('|', '\\|');
const rows = Object.entries(problems).map(
  ([code, { status, ru, kk, en }]) => `| \`${code}\` | ${status} | ${cell(en)} | ${cell(ru)} | ${cell(kk)} |`,
);
const text = `# Errors

Made from \`lib/domain/problem/codes.ts\` by \`npm run errors\`; do not edit.

Every refusal is an RFC 9457 problem document (\`application/problem+json\`): \`type\`, \`title\` in Russian or Kazakh by
\`Accept-Language\`, \`status\`, the stable \`code\`, and where fields are at fault \`errors\`: for each the \`field\` (JSON
pointer), the \`rule\` that it breaks, what was \`expected\` and what was \`given\`.

| Code | Status | Meaning | Русский | Қазақша |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;

if (values.check) {
  if ((await readFile(target, 'utf8').catch(() => '')) !== text) {
    console.error('docs/errors.md is not what the codes say: npm run errors');
    process.exitCode = 1;
  }
} else {
  await writeFile(target, text);
  console.log(`${rows.length} codes written to docs/errors.md`);
}
