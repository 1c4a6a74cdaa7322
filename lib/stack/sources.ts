import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Area, FunctionRow, FunctionTable } from './functions.ts';

/** One Lambda: a folder functions/<area>/<verb>/ with its row. `route` is the contract's, e.g. `POST /requests/{id}/submission`. */
export interface FunctionSource extends FunctionRow {
  readonly verb: string;
  readonly area: Area;
  /** Path from the repository's root. */
  readonly entry: string;
  readonly route?: string;
}

/** One compiled machine. `places` are its DefinitionSubstitutions, e.g. `NumberRequest`. */
export interface MachineSource {
  /** `<region>-<decree>-<service>-<channel>`, unique among all machines. */
  readonly name: string;
  readonly definition: string;
  readonly places: readonly string[];
}

/** What the stack is made from: only names, paths and data, no behaviour. */
export interface Sources {
  readonly root: string;
  readonly functions: readonly FunctionSource[];
  readonly machines: readonly MachineSource[];
}

export const areasOf = (all: Sources['functions']): readonly Area[] => [...new Set(all.map(({ area }) => area))];

/** Reads functions/ and statemachines/asl/ below `root`. Throws if folders and rows do not match, and names them. */
export async function readSources(root: string, table: FunctionTable): Promise<Sources> {
  return { root, functions: await readFunctions(root, table), machines: readMachines(root) };
}

async function readFunctions(root: string, table: FunctionTable): Promise<FunctionSource[]> {
  const rows = Object.entries(table).flatMap(([area, verbs]) =>
    Object.entries(verbs).map(([verb, row]) => ({ ...row, verb, area: area as Area, entry: entryOf(area, verb) })),
  );
  const entries = foldersIn(join(root, 'functions'))
    .flatMap((area) => foldersIn(join(root, 'functions', area)).map((verb) => entryOf(area, verb)))
    .filter((entry) => existsSync(join(root, entry)));
  const complaints = [
    ...entries
      .filter((found) => !rows.some(({ entry }) => entry === found))
      .map((found) => `${dirname(found)} has no row in lib/stack/functions.ts`),
    ...rows
      .filter(({ entry }) => !entries.includes(entry))
      .map(({ verb, entry }) => `lib/stack/functions.ts has a row for ${verb}, but there is no ${entry}`),
  ];
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
  return Promise.all(rows.map(async (row) => ({ ...row, ...(await readRoute(root, row.entry)) })));
}

const entryOf = (area: string, verb: string) => `functions/${area}/${verb}/handler.ts`;

const foldersIn = (path: string) =>
  readdirSync(path, { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? [each.name] : []));

async function readRoute(root: string, entry: string): Promise<{ route?: string }> {
  const path = join(root, dirname(entry), 'contract.ts');
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
