import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

// Says in a sentence which import goes the wrong way, and which folders import each other; run by `npm run lint`.
// Cycles between files are found by oxlint (import/no-cycle).

/** Data compiled from the regulations; everybody may import it. */
const DATA = 'statemachines/*.json';
/** The tables of the pages' addresses, and of what comes with each page. */
const PAGES = ['web/routes.ts', 'web/first-load.ts'];

/** Folder → what it may import in addition to itself. The first folder that matches a file counts. */
const rules: readonly {
  readonly folder: string;
  readonly may: readonly string[];
  readonly types?: readonly string[];
}[] = [
  { folder: 'bin', may: ['lib', 'functions', 'statemachines', 'scripts'] },
  // The code that serves pages also knows which page is at an address.
  { folder: 'functions', may: ['lib/domain', 'lib/eds', 'lib/card', 'lib/adapters', ...PAGES, DATA] },
  { folder: 'statemachines', may: ['lib/domain'] },
  // Combines the core with the trust bucket, once for the four functions that check signatures; fetched trust material
  // is judged before it is stored (docs/decisions/0015).
  { folder: 'lib/adapters/trust', may: ['lib/domain', 'lib/adapters', 'lib/eds'] },
  { folder: 'lib/adapters/pdf/card', may: ['lib/domain', 'lib/adapters', 'lib/card'] },
  { folder: 'lib/adapters', may: ['lib/domain', DATA], types: ['lib/eds'] },
  { folder: 'lib/domain', may: [DATA], types: ['lib/eds'] },
  { folder: 'lib/eds', may: [] },
  // Verification as a server of its own, without the platform.
  { folder: 'lib/eds-service', may: ['lib/eds', 'lib/adapters', 'lib/local/http'] },
  // Reads and checks cards in a browser, too.
  { folder: 'lib/card', may: ['lib/eds'] },
  { folder: 'lib/signing', may: ['lib/eds'] },
  { folder: 'lib/stack', may: [] },
  { folder: 'lib/local', may: ['lib', 'functions', 'statemachines'] },
  // Runs in a browser. What it shares with the server is pure; of functions it uses only the contracts' types.
  { folder: 'web', may: ['lib/domain', 'lib/eds', 'lib/card', 'lib/signing'], types: ['functions'] },
];

/** Folders inside these may not import each other in a circle. */
const ROOMS = ['lib', 'web'];

/** What a browser fetches only on demand, by name; so others import only its types. */
const LATER = 'web/later';

/** What others may import from a function: its contract, and what is generated from contracts. */
const PUBLISHED = /^functions\/[^/]+\/[^/]+\/(?:contract\.ts|[\w-]+\.json)$/;

const root = process.argv[2] ?? join(import.meta.dirname, '..');
const files = ['bin', 'lib', 'functions', 'statemachines', 'web'].flatMap((top) => filesIn(top));
const complaints = [...shadowed(), ...files.flatMap(complain), ...circles()];
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;

function filesIn(top: string): string[] {
  return readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join(top, path))
    .filter((path) => /\.tsx?$/.test(path));
}

/** Rules that never count, because one above them matches all of their files. */
function shadowed(): string[] {
  return rules.flatMap(({ folder }, index) => {
    const above = rules.slice(0, index).find((each) => within(folder, each.folder));
    return above ? [`The rule for ${folder} never counts: the one for ${above.folder} stands above it.`] : [];
  });
}

/**
 * Neighbouring folders that import each other, directly or through others. A folder and its subfolders count as one.
 */
function circles(): string[] {
  const arrows = new Map<string, Map<string, string>>();
  for (const file of files.filter((each) => ROOMS.some((room) => within(each, room))))
    for (const { target } of importsOf(file).filter((each) => !within(each.target, LATER))) {
      const [from, to] = rooms(file, target) ?? [];
      if (from !== undefined && to !== undefined)
        arrows.set(from, new Map([[to, `${file} imports ${target}`], ...(arrows.get(from) ?? [])]));
    }
  return [...arrows.keys()].flatMap((folder) => {
    const way = wayBack(folder, arrows);
    // Each circle is reported once, from the folder whose name comes first.
    return way && way.every((each) => folder <= each)
      ? [`${[folder, ...way].join(' → ')}: folders import in a circle (${arrows.get(folder)?.get(way[0] ?? '')}).`]
      : [];
  });
}

/**
 * The two folders right below the common parent of two files; undefined if one of the files is in the parent itself.
 */
function rooms(file: string, target: string): [string, string] | undefined {
  const [a, b] = [file.split('/'), target.split('/')];
  const common = a.findIndex((part, index) => part !== b[index]);
  if (common === -1 || common >= a.length - 1 || common >= b.length - 1) return undefined;
  return [a.slice(0, common + 1).join('/'), b.slice(0, common + 1).join('/')];
}

/** The shortest way from a folder through others back to it. */
function wayBack(folder: string, arrows: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] | undefined {
  let ways = [...(arrows.get(folder)?.keys() ?? [])].map((each) => [each]);
  const seen = new Set<string>();
  while (ways.length > 0) {
    const back = ways.find((way) => way.at(-1) === folder);
    if (back) return back;
    ways = ways.flatMap((way) => {
      const last = way.at(-1) ?? '';
      if (seen.has(last)) return [];
      seen.add(last);
      return [...(arrows.get(last)?.keys() ?? [])].map((next) => [...way, next]);
    });
  }
  return undefined;
}

function complain(file: string): string[] {
  const rule = rules.find(({ folder }) => within(file, folder));
  if (!rule) return [`${file} lies in a folder for which bin/check-imports.ts has no rule.`];
  const imports = importsOf(file);
  return [
    ...imports
      .filter(({ target, onlyTypes }) => !mayImport(file, target, onlyTypes, rule))
      .map(({ target }) => `${file} imports ${target}: ${say(rule)}`),
    ...imports
      .filter(({ target, onlyTypes }) => within(target, LATER) && !within(file, LATER) && !onlyTypes)
      .map(({ target }) => `${file} imports ${target}: what is in ${LATER} is loaded by name; import its types.`),
  ];
}

function mayImport(file: string, target: string, onlyTypes: boolean, rule: (typeof rules)[number]) {
  if (rule.folder === 'functions' && within(target, 'functions'))
    return verbOf(file) === verbOf(target) || PUBLISHED.test(target);
  if (within(target, rule.folder)) return true;
  return [...rule.may, ...(onlyTypes ? (rule.types ?? []) : [])].some((allowed) =>
    allowed === DATA ? within(target, 'statemachines') && target.endsWith('.json') : within(target, allowed),
  );
}

function say({ folder, may, types = [] }: (typeof rules)[number]) {
  const named = [...may, ...types.map((each) => `types of ${each}`)];
  const others = folder === 'functions' ? ', and of other functions their contracts and JSON files' : '';
  return `${folder} may import ${named.length > 0 ? named.join(', ') : 'nothing of ours'}${others}.`;
}

/** `import … from`, `export … from`, `import '…'` and `import('…')` with a relative address. */
function importsOf(file: string): { target: string; onlyTypes: boolean }[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const found = [
    ...text.matchAll(/\b(?:import|export)\s+(?<type>type\s)?(?<names>[\w*{}\s,$]*?)\s*from\s*'(?<from>\.[^']+)'/g),
    ...text.matchAll(/\b(?<type>typeof\s+)?import\s*\(?\s*'(?<from>\.[^']+)'/g),
  ];
  return found.map(({ groups = {} }) => ({
    target: posix.normalize(posix.join(posix.dirname(file), groups['from'] ?? '')),
    onlyTypes: groups['type'] !== undefined || everyNameIsType(groups['names']),
  }));
}

function everyNameIsType(names = '') {
  return /^\{(?:\s*type\s[^,}]+,?)+\s*\}$/.test(names);
}

function within(path: string, folder: string) {
  return path === folder || path.startsWith(`${folder}/`);
}

function verbOf(path: string) {
  return path.split('/').slice(1, 3).join('/');
}
