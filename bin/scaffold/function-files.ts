import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How the API's description groups the operations of an area. */
const tags: Readonly<Record<string, string>> = {
  identity: 'Identity',
  accounts: 'Identity',
  catalogue: 'Catalogue',
  verification: 'Documents',
  drafts: 'Requests',
  submission: 'Requests',
  cabinet: 'Requests',
  queue: 'Work',
  decisions: 'Work',
};

/** Path → text of the files of a new function: it answers the parameters of its path, and its test says so. */
export function functionFiles(area: string, verb: string, route: string): ReadonlyMap<string, string> {
  const parameters = [...route.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const each = (value: string) =>
    parameters.length > 0 ? ` ${parameters.map((name) => `${name}: ${value}`).join(', ')} ` : '';
  const words: Readonly<Record<string, string>> = {
    AREA: area,
    VERB: verb,
    ROUTE: route,
    NAME: verb.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    SUMMARY: `${verb.slice(0, 1).toUpperCase()}${verb.slice(1).replaceAll('-', ' ')}`,
    TAG: tags[area] ?? 'Platform',
    AGAIN: route.startsWith('GET ') ? '' : "  again: 'same',\n",
    FIELDS: each('z.string().max(64)'),
    EXAMPLE: each("'1'"),
  };
  const fill = (pattern: string) =>
    readFileSync(join(import.meta.dirname, 'function', pattern), 'utf8').replaceAll(
      /\{([A-Z]+)\}/g,
      (whole, word: string) => words[word] ?? whole,
    );
  const folder = `functions/${area}/${verb}`;
  return new Map([
    [`${folder}/contract.ts`, fill('contract.txt')],
    [`${folder}/${verb}.ts`, fill('verb.txt')],
    [`${folder}/handler.ts`, fill('handler.txt')],
    [`test/${folder}/${verb}.test.ts`, fill('test.txt')],
  ]);
}
