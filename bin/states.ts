// Writes the diagram of a request's states in docs/flow.md from their table (`npm run states`); `-- --check` fails if
// it is stale.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commands, type Command } from '../lib/domain/request/states.ts';
import { readCommand } from './command.ts';

const { values } = readCommand(
  `npm run states -- [--check]
Writes the diagram of a request's states in docs/flow.md from their table. --check fails if it is stale.`,
  { options: { check: { type: 'boolean', default: false } } },
);

const target = join(import.meta.dirname, '../docs/flow.md');
const [BEGIN, END] = ['<!-- states: made by `npm run states` -->', '<!-- /states -->'];

const named = Object.entries(commands).map(([name, row]) => ({ name: name as Command, ...row }));
const START = '[*]';

/** One arrow for each pair of states, with the commands that lead from one to the other and who gives them. */
function arrows(): string[] {
  const between = new Map<string, string[]>();
  for (const { name, from, to, who } of named)
    for (const before of from.length > 0 ? from : [START])
      for (const after of to === 'same' ? [] : to)
        if (before !== after)
          between.set(
            `${before} --> ${after}`,
            [between.get(`${before} --> ${after}`) ?? [], `${name} (${who})`].flat(),
          );
  return [...between].map(([arrow, names]) => `  ${arrow}: ${names.join(', ')}`);
}

const leaves = new Set<string>(
  named.flatMap(({ from, to }) => from.filter((state) => to !== 'same' && to.some((after) => after !== state))),
);
const reached = new Set(named.flatMap(({ to }) => (to === 'same' ? [] : to)));
const ends = [...reached].filter((state) => !leaves.has(state)).map((state) => `  ${state} --> ${START}`);
const rows = named.map(({ name, from, to, events, who }) => {
  const states = from.length > 0 ? from.join(', ') : '–';
  return `| \`${name}\` | ${who} | ${states} | ${to === 'same' ? 'the same' : to.join(', ')} | ${events.join(', ')} |`;
});
const block = `${BEGIN}

\`\`\`mermaid
stateDiagram-v2
${[...arrows(), ...ends].join('\n')}
\`\`\`

| Command | Who | In | Then | The history says |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

${END}`;

const before = await readFile(target, 'utf8');
const [head, rest = ''] = before.split(BEGIN);
const [, tail = ''] = rest.split(END);
const text = `${head ?? ''}${block}${tail}`;
if (values.check) {
  if (before !== text) {
    console.error('docs/flow.md does not show the states as lib/domain/request/states.ts has them: npm run states');
    process.exitCode = 1;
  }
} else {
  await writeFile(target, text);
  console.log(`${rows.length} commands written to docs/flow.md`);
}
