import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSync, type BuildOptions } from 'esbuild';

/**
 * What documents are made of, and the files that they name. Names are addresses below `/app/` and contain a hash of the
 * content, so a file never changes. `web/routes.ts` says which page an address shows.
 */
export interface PageFiles {
  /** Text of the script that stands in every document, and that all other scripts need. */
  readonly frame: string;
  /** Text of the style sheet. */
  readonly styles: string;
  /** The additional style sheet of employees' pages. */
  readonly staffStyles: string;
  /**
   * The script of a page or of a part that is loaded later, by its path in web/ without its extension: `pages/home`.
   * Documents contain those that they begin with.
   */
  readonly scripts: Readonly<Record<string, string>>;
  /** What stands in all their names; the document says it to the frame. */
  readonly hash: string;
  /** Text of the script with which a document begins: it asks the API before the rest of the document has come. */
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
const sharedImport = /import\s*\{([^}]*)\}\s*from\s*"(?:[./\w-]*\/kit\.ts|preact(?:\/[\w-]+)?)";/g;
/** After it come the licences of libraries. */
const lastExport = /export\s*\{([^}]*)\};(?=\s*(?:\/\*[^]*\*\/\s*)?$)/;
/** What is left of the syntax of modules, and what would end the script in a document. */
const unfit = /(?:^|[;}])\s*(?:im|ex)port\b(?!\s*\()|<\/script|<!--/i;

/**
 * A module as a script that stands in a document as well as in a file of its own: it takes the frame from the global `kit`,
 * and leaves what it exports in the global `given` (web/frame/load.ts).
 */
function asScript(path: string, module: string): string {
  const text = module
    .replaceAll(sharedImport, (_, names: string) => `const{${names.replaceAll(/\s+as\s+/g, ':')}}=kit;`)
    .replace(lastExport, (_, names: string) => {
      const members = names.split(',').map((name) => {
        const [own = '', other = own] = name.trim().split(/\s+as\s+/);
        return `${other}:${own}`;
      });
      return `given["${path}"]={${members.join()}}`;
    })
    .trim();
  if (unfit.test(text)) throw new Error(`${path} cannot stand in a document`);
  return `(()=>{${text}})();`;
}

/**
 * Bundles web/ into `outdir`: a script for each page and for each part that is loaded later, employees' style sheet, the
 * service worker, and `files.json` (`PageFiles`). Code that several pages share is in each of them: one file compresses better
 * than ten, and a slow connection waits once. Several processes may bundle at once: each file appears complete.
 * Pages and parts have one hash together: a table of their own hashes would be in every page's first load.
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
  const staffStyles = keep('staff.css', staffSheet!.text);
  const define = { DEMO: String(isLocal), STAFF_STYLES: JSON.stringify(staffStyles) };
  const [kit] = build(['web/kit.ts'], { define, format: 'iife', globalName: 'kit' });
  const parts = build([...sourcesIn(root, 'pages'), ...sourcesIn(root, 'later')], {
    external: shared,
    outbase: 'web',
    define,
  }).map((part) => {
    const path = part.path.replace(/\.js$/, '');
    return { path, text: asScript(path, part.text) };
  });
  const hash = hashOf(parts.map(({ text }) => text).join(''));
  const scripts = Object.fromEntries(parts.map(({ path, text }) => [path, keep(`${path}.js`, text, hash)]));
  const [asking] = build(['web/early.ts'], { format: 'iife' });

  const shell = named.map((name) => `/app/${name}`);
  const [worker] = build(['web/service-worker.ts'], { format: 'iife', define: { SHELL: JSON.stringify(shell) } });
  writeWhole(join(outdir, 'service-worker.js'), worker!.text);
  const [frame, styles, early] = [kit!, sheet!, asking!].map(({ text }) => text.trim()) as [string, string, string];
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
