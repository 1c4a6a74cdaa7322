import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Texts of errors in fifty languages are half of zod, and nothing here shows them. */
const noLocales = {
  name: 'no-locales',
  setup(build) {
    build.onLoad({ filter: /locales.index\.js$/ }, () => ({ contents: '' }));
  },
};

/**
 * Workers inherit these variables. What the tests leave in the temporary folder is deleted when the last of them has
 * run, and only failures of the functions' log are shown, as in `npm start`.
 */
export default async function setUp() {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'e-akimat-tests-'));
  process.env.POWERTOOLS_LOG_LEVEL ??= 'ERROR';
  // Tests start more than a hundred processes of the same files; most of a short one's time is reading them.
  process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '../node_modules/.cache/node');
  await build({
    entryPoints: ['zod'],
    outfile: '.cache/jest/zod.mjs',
    bundle: true,
    format: 'esm',
    plugins: [noLocales],
    logLevel: 'error',
  });
}

export const tearDown = () => rmSync(process.env.TMPDIR, { recursive: true, force: true });
