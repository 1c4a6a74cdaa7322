import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync, type BuildOptions } from 'esbuild';
import { bundlePages } from './bundle-pages.ts';

/** The sources of a bundle. */
export interface BundleSource {
  readonly verb: string;
  readonly entry: string;
  readonly files?: readonly string[];
  readonly pages?: true;
}

/**
 * One function as one ES module with its SDK: production runs what was tested, and a bundled SDK loads faster than the
 * runtime's. CommonJS parts of packages still call `require`, which the banner provides.
 */
export const bundleSettings = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  mainFields: ['module', 'main'],
  outExtension: { '.js': '.mjs' },
  banner: { js: "import{createRequire as __r}from'node:module';const require=__r(import.meta.url);" },
  alias: { 'brotli/decompress.js': join(import.meta.dirname, '../adapters/pdf/no-woff2.ts') },
  // Cyrillic letters unescaped: two bytes each instead of six.
  charset: 'utf8',
  logLevel: 'silent',
} as const satisfies BuildOptions;

/**
 * Bundles all functions at once, so that shared sources are read once; this takes a third of the time. Makes a folder
 * for each verb with `index.mjs`, its source map, the row's files at their paths below node_modules, and the pages of
 * web/ if the row asks for them. Returns the folder that contains them; it is deleted when the process ends.
 */
export function bundleFunctions(root: string, sources: readonly BundleSource[]): string {
  const outdir = mkdtempSync(join(tmpdir(), 'e-akimat-bundles-'));
  const entryPoints = sources.map(({ verb, entry }) => ({ in: entry, out: join(verb, 'index') }));
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  buildSync({ ...bundleSettings, absWorkingDir: root, entryPoints, outdir });
  for (const { verb } of sources.filter(({ pages }) => pages)) bundlePages(root, join(outdir, verb, 'web/dist'));
  for (const { verb, files = [] } of sources)
    for (const file of files.flatMap((each) => [each, manifestOf(each)])) {
      const path = join('node_modules', file);
      cpSync(join(root, path), join(outdir, verb, path));
    }
  return outdir;
}

const manifestOf = (file: string) =>
  [...file.split('/').slice(0, file.startsWith('@') ? 2 : 1), 'package.json'].join('/');
