import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/**
 * Workers inherit these variables. What the tests leave in the temporary folder is deleted when the last of them has
 * run, and only failures of the functions' log are shown, as in `npm start`.
 */
export default function setUp() {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'e-akimat-tests-'));
  process.env.POWERTOOLS_LOG_LEVEL ??= 'ERROR';
  buildSync({
    entryPoints: ['zod'],
    outfile: '.cache/jest/zod.mjs',
    bundle: true,
    format: 'esm',
    minifyWhitespace: true,
    logLevel: 'error',
  });
}

export const tearDown = () => rmSync(process.env.TMPDIR, { recursive: true, force: true });
