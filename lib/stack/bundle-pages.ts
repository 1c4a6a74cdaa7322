import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSync, type BuildOptions } from 'esbuild';

/**
 * The files of the pages. Names are addresses below `/app/` and contain a hash of the content, so a file never changes.
 * `web/routes.ts` says which page an address shows.
 */
export interface PageFiles {
  /** The script that every document begins with, and that all other scripts need. */
  readonly frame: string;
  readonly styles: string;
  /** The additional style sheet of employees' pages. */
  readonly staffStyles: string;
  /**
   * The script of a page or of a part that is loaded later, by its path in web/ without its extension: `pages/home`.
   */
  readonly scripts: Readonly<Record<string, string>>;
  /** What stands in all their names; the document says it to the frame. */
  readonly hash: string;
  /** The text of the script that stands in each document, which asks the API before the other scripts have come. */
  readonly early: string;
}

/** What the pages call (`Object.hasOwn`, `toReversed`) is newer than this syntax, and older syntax is longer. */
const settings = {
  bundle: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  minify: true,
  charset: 'utf8',
  logLevel: 'silent',
  write: false,
} as const satisfies BuildOptions;

/** Characters of a hash. It distinguishes versions of one file, and every hash adds to each page's first load. */
const HASH = 6;
const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, HASH);

/** Parts of the frame that pages use and that must exist only once: its state, and the rendering library. */
const shared = ['*/kit.ts', 'preact', 'preact/*'];
const sharedImport = /(?<=from\s?)"(?:[./\w-]*\/kit\.ts|preact(?:\/[\w-]+)?)"/g;

/**
 * Bundles web/ into `outdir`: the frame, a script for each page and for each part that is loaded later, the style
 * sheet, the service worker, and `files.json` (`PageFiles`). Code that several pages share is in each of them: one file
 * compresses better than ten, and a slow connection waits once. Several processes may bundle at once: each file appears
 * complete.
 * Pages and parts have one hash together: each names the frame's hash, so that most changes make all of them anew anyway, and
 * a table of their own hashes would be in every page's first load.
 *
 * `isLocal`: the pages of the local platform, which can also sign with demo people's keys.
 */
export function bundlePages(root: string, outdir: string, { isLocal = false } = {}): PageFiles {
  const build = (entryPoints: readonly string[], options: BuildOptions = {}) =>
    buildSync({
      ...settings,
      ...options,
      absWorkingDir: root,
      outdir: join(root, 'web'),
      entryPoints: [...entryPoints],
    }).outputFiles!.map(({ path, text }) => ({ path: path.slice(join(root, 'web/').length), text }));
  const named: string[] = [];
  const keep = (path: string, text: string, hash = hashOf(text)) => {
    const name = `assets/${path.replaceAll('/', '-').replace(/(?=\.\w+$)/, `-${hash}`)}`;
    writeWhole(join(outdir, name), text);
    named.push(name);
    return name;
  };

  const [sheet, staffSheet] = build(['web/styles/app.css', 'web/styles/staff.css']);
  const styles = keep('app.css', sheet!.text);
  const staffStyles = keep('staff.css', staffSheet!.text);
  const define = { DEMO: String(isLocal), STAFF_STYLES: JSON.stringify(staffStyles) };
  const [kit] = build(['web/kit.ts'], { define });
  const frame = keep('kit.js', kit!.text);
  const atFrame = JSON.stringify(`./${frame.slice('assets/'.length)}`);
  const parts = build([...sourcesIn(root, 'pages'), ...sourcesIn(root, 'later')], {
    external: shared,
    outbase: 'web',
    define,
  }).map(({ path, text }) => ({ path, text: text.replaceAll(sharedImport, atFrame) }));
  const hash = hashOf(parts.map(({ text }) => text).join(''));
  const scripts = Object.fromEntries(
    parts.map(({ path, text }) => [path.replace(/\.js$/, ''), keep(path, text, hash)]),
  );
  const [asking] = build(['web/early.ts'], { format: 'iife' });
  const early = asking!.text.trim();

  const shell = named.map((name) => `/app/${name}`);
  const [worker] = build(['web/service-worker.ts'], { format: 'iife', define: { SHELL: JSON.stringify(shell) } });
  writeWhole(join(outdir, 'service-worker.js'), worker!.text);
  const files = { frame, styles, staffStyles, scripts, hash, early };
  writeWhole(join(outdir, 'files.json'), JSON.stringify(files));
  forgetOthers(outdir, new Set(named));
  return files;
}

const sourcesIn = (root: string, folder: string) =>
  readdirSync(join(root, 'web', folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join('web', folder, path));

function writeWhole(path: string, text: string) {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, text);
  renameSync(beside, path);
}

/** Files from an earlier version of web/. Processes that serve pages have read them at their start. */
function forgetOthers(outdir: string, made: ReadonlySet<string>) {
  const folder = join(outdir, 'assets');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder))
    if (!made.has(`assets/${name}`) && /\.(?:js|css)$/.test(name)) rmSync(join(folder, name), { force: true });
}
