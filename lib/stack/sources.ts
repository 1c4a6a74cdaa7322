import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Area, FunctionRow, FunctionTable } from './functions.ts';

/** One Lambda: a folder of functions/ with its row. `route` is the contract's, e.g. `POST /requests/{id}/submission`. */
export interface FunctionSource extends FunctionRow {
  readonly verb: string;
  readonly area: Area;
  /** Path from the repository's root. */
  readonly entry: string;
  readonly route?: string;
}

/** One compiled machine. `places` are the DefinitionSubstitutions that it asks for, e.g. `NumberRequest`. */
export interface MachineSource {
  /** `<region>-<decree>-<service>-<channel>`, unique among all machines. */
  readonly name: string;
  readonly definition: string;
  readonly places: readonly string[];
}

/** All that the stack is made from: names, paths and data, never behaviour. */
export interface Sources {
  readonly root: string;
  readonly functions: readonly FunctionSource[];
  readonly machines: readonly MachineSource[];
}

/** Reads functions/ and statemachines/asl/ below `root`; throws when folders and rows do not match, naming them. */
export async function readSources(root: string, table: FunctionTable): Promise<Sources> {
  return { root, functions: await readFunctions(root, table), machines: readMachines(root) };
}

async function readFunctions(root: string, table: FunctionTable): Promise<FunctionSource[]> {
  const rows = Object.entries(table).flatMap(([area, verbs]) =>
    Object.entries(verbs).map(([verb, row]) => ({ ...row, verb, area: area as Area, entry: entryOf(verb) })),
  );
  const folders = readdirSync(join(root, 'functions'), { withFileTypes: true })
    .filter((folder) => folder.isDirectory() && existsSync(join(root, entryOf(folder.name))))
    .map((folder) => folder.name);
  const complaints = [
    ...folders
      .filter((folder) => !rows.some(({ verb }) => verb === folder))
      .map((folder) => `functions/${folder} has no row in lib/stack/functions.ts`),
    ...rows
      .filter(({ verb }) => !folders.includes(verb))
      .map(({ verb }) => `lib/stack/functions.ts has a row for ${verb}, but there is no ${entryOf(verb)}`),
  ];
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
  return Promise.all(rows.map(async (row) => ({ ...row, ...(await readRoute(root, row.verb)) })));
}

const entryOf = (verb: string) => `functions/${verb}/handler.ts`;

async function readRoute(root: string, verb: string): Promise<{ route?: string }> {
  const path = join(root, 'functions', verb, 'contract.ts');
  if (!existsSync(path)) return {};
  const { contract } = (await import(pathToFileURL(path).href)) as { contract?: { route?: unknown } };
  if (typeof contract?.route !== 'string') throw new Error(`${relative(root, path)} exports no contract.route`);
  return { route: contract.route };
}

function readMachines(root: string): MachineSource[] {
  const folder = join(root, 'statemachines/asl');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.asl.json'))
    .sort()
    .map((path) => ({
      name: path.replace(/\.asl\.json$/, '').replace(/[/.]/g, '-'),
      definition: join('statemachines/asl', path),
      places: [...new Set(placesIn(readFileSync(join(folder, path), 'utf8')))].sort(),
    }));
}

const placesIn = (definition: string) => [...definition.matchAll(/\$\{(\w+)\}/g)].map(([, place = '']) => place);
