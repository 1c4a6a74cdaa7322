import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { buildSync, type BuildOptions, type Metafile } from 'esbuild';

/**
 * What a page consists of. Names are addresses below `/app/`: their hash says what is in them, so they never change.
 * `web/routes.ts` says which page an address shows.
 */
export interface PageFiles {
  /** What every page needs: the script that begins, then what it asks for. */
  readonly frame: readonly string[];
  readonly styles: string;
  /** What a page needs besides, by its name. */
  readonly pages: Readonly<Record<string, readonly string[]>>;
  /** Every file but the service worker, which keeps them. */
  readonly all: readonly string[];
}

/** The first browsers that compute with numbers as long as GOST's. */
const settings = {
  bundle: true,
  format: 'esm',
  target: 'es2020',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  minify: true,
  charset: 'utf8',
  logLevel: 'silent',
} as const satisfies BuildOptions;

/**
 * Bundles web/ into `outdir`: a script for the frame, one for each page of web/pages, what they share, the style sheet,
 * the service worker, and `files.json` (`PageFiles`). Several processes may do so at once: names say what is in them,
 * and each file appears whole.
 */
export function bundlePages(root: string, outdir: string): PageFiles {
  const build = (options: BuildOptions) =>
    buildSync({ ...settings, ...options, absWorkingDir: root, outdir, metafile: true, write: false });
  const pages = build({
    entryPoints: [
      { in: 'web/main.tsx', out: 'main' },
      { in: 'web/styles/app.css', out: 'app' },
    ],
    splitting: true,
    entryNames: 'assets/[name]-[hash]',
    chunkNames: 'assets/[name]-[hash]',
  });
  const files = filesOf(relative(root, outdir), pages.metafile);
  const worker = build({
    entryPoints: [{ in: 'web/service-worker.ts', out: 'service-worker' }],
    format: 'iife',
    define: { SHELL: JSON.stringify(files.all.map((file) => `/app/${file}`)) },
  });
  const made = [...(pages.outputFiles ?? []), ...(worker.outputFiles ?? [])];
  for (const { path, contents } of made) writeWhole(path, contents);
  writeWhole(join(outdir, 'files.json'), JSON.stringify(files));
  forgetOthers(join(outdir, 'assets'), new Set(made.map(({ path }) => basename(path))));
  return files;
}

function filesOf(folder: string, { outputs }: Metafile): PageFiles {
  const nameOf = (path: string) => relative(folder, path);
  const found = Object.entries(outputs).map(([path, { entryPoint, imports }]) => ({ path, entryPoint, imports }));
  const outputOf = (source: string) => {
    const output = found.find(({ entryPoint }) => entryPoint === source);
    if (!output) throw new Error(`esbuild made nothing of ${source}`);
    return output;
  };
  const needed = (path: string, known: ReadonlySet<string>): string[] => {
    if (known.has(path)) return [];
    const onward = outputs[path]?.imports.filter(({ kind }) => kind === 'import-statement') ?? [];
    return [path, ...onward.flatMap((each) => needed(each.path, new Set([...known, path])))];
  };
  const frame = new Set(needed(outputOf('web/main.tsx').path, new Set()));
  const pages = found.flatMap(({ entryPoint, path }) => {
    const [, page] = /^web\/pages\/(.+)\.tsx$/.exec(entryPoint ?? '') ?? [];
    return page === undefined ? [] : [[page, [...new Set(needed(path, frame))].map(nameOf)] as const];
  });
  return {
    frame: [...frame].map(nameOf),
    styles: nameOf(outputOf('web/styles/app.css').path),
    pages: Object.fromEntries(pages),
    all: found.map(({ path }) => nameOf(path)),
  };
}

function writeWhole(path: string, contents: string | Uint8Array) {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, contents);
  renameSync(beside, path);
}

/** What an earlier state of web/ was made into. Who serves pages has read them when it started. */
function forgetOthers(folder: string, made: ReadonlySet<string>) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder))
    if (!made.has(name) && /\.(?:js|css)$/.test(name)) rmSync(join(folder, name), { force: true });
}
