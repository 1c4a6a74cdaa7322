import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { regions } from '../lib/domain/regulation/regions.ts';
import { fail, misuse, readCommand } from './command.ts';

const { values, positionals } = readCommand(
  `npm run new-regulation -- <region> <number> <service> [--root DIR]
For example: npm run new-regulation -- zhambyl 24 pet-passport
Writes statemachines/regulations/<region>/<number>-<service>.yaml: a short pattern with comments that compiles, to be replaced by
what the decree says. Then: npm run compile. The number is the file's: ASCII, lower case (a-11-491 for А-11/491).
Regions: ${Object.keys(regions).join(', ')}. --root is another checkout.`,
  { allowPositionals: true, options: { root: { type: 'string', default: join(import.meta.dirname, '..') } } },
);
const [region = '', number = '', service = ''] = positionals;
if (!(region in regions)) misuse(`"${region}" is no region of lib/domain/regulation/regions.ts`);
if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(number))
  misuse(`the number is of small letters, digits and hyphens, not "${number}"`);
if (!/^[a-z]+(?:-[a-z0-9]+)+$/.test(service)) misuse(`name the service in words with hyphens, not "${service}"`);

const file = `statemachines/regulations/${region}/${number}-${service}.yaml`;
const path = join(resolve(values.root), file);
if (existsSync(path)) fail(`${file} is there already`);
const words = { REGION: region, NUMBER: number, SERVICE: service } as const;
const pattern = readFileSync(join(import.meta.dirname, 'scaffold/regulation.yaml'), 'utf8');
mkdirSync(dirname(path), { recursive: true });
writeFileSync(
  path,
  pattern.replaceAll(/REGION|NUMBER|SERVICE/g, (word) => words[word as keyof typeof words]),
);
console.log(file);
console.log('next: npm run compile');
