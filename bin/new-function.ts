import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { functionFiles } from './scaffold/function-files.ts';
import { insertLook, insertRow, insertRule } from './scaffold/insert.ts';
import { fail, misuse, readCommand } from './command.ts';

const { values, positionals } = readCommand(
  `npm run new-function -- <area>/<verb> 'METHOD /path' [--root DIR]
For example: npm run new-function -- cabinet/show-counter 'GET /counters/{id}'
Writes functions/<area>/<verb> (contract, handler, the verb's own file), its test, its row in lib/stack/functions.ts and its rule
in lib/domain/access/rules.ts: the administrator alone, until you write who else; and what the access journal calls it
(lib/domain/access/journal-rules.ts). Then: npm run openapi.
Areas are those of lib/stack/functions.ts; --root is another checkout.`,
  { allowPositionals: true, options: { root: { type: 'string', default: join(import.meta.dirname, '..') } } },
);
const [name = '', route = ''] = positionals;
const [, area = '', verb = ''] = /^([a-z]+)\/([a-z]+(?:-[a-z0-9]+)+)$/.exec(name) ?? [];
if (verb === '') misuse(`name an area and a verb, <area>/<verb-noun>, not "${name}"`);
if (!/^(?:GET|POST|PUT|DELETE) (?:\/(?:[a-z][a-z-]*|\{[a-z][A-Za-z]*\}))+$/.test(route))
  misuse(`name a route as 'GET /things/{id}', not "${route}"`);

const root = resolve(values.root);
const [table, rules, looks] = [
  'lib/stack/functions.ts',
  'lib/domain/access/rules.ts',
  'lib/domain/access/journal-rules.ts',
].map((file) => ({
  path: join(root, file),
  text: readFileSync(join(root, file), 'utf8'),
}));
const files = functionFiles(area, verb, route);
const there = [...files.keys()].find((file) => existsSync(join(root, file)));
if (there !== undefined) fail(`${there} is there already`);

// Everything is checked before anything is written.
const edited = [
  [table!.path, insertRow(table!.text, area, verb) ?? misuse(`there is no area "${area}" in lib/stack/functions.ts`)],
  [rules!.path, insertRule(rules!.text, route) ?? fail(`lib/domain/access/rules.ts has "${route}" already`)],
  [looks!.path, insertLook(looks!.text, route)],
] as const;
for (const [file, text] of [...[...files].map(([file, text]) => [join(root, file), text] as const), ...edited]) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
const rows = [
  'lib/stack/functions.ts: its row',
  'lib/domain/access/rules.ts: its rule',
  'lib/domain/access/journal-rules.ts: what it is',
];
console.log([...files.keys(), ...rows].join('\n'));
console.log(`next: npm run openapi && npm run jest -- test/functions/${area}/${verb}`);
