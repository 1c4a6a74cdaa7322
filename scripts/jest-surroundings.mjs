import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Workers inherit the variables: whatever the tests leave in the temporary folder goes when the last of them has run, and
 * of the functions' log only failures reach the screen, as in `npm start`.
 */
export default function setUp() {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'e-akimat-tests-'));
  process.env.POWERTOOLS_LOG_LEVEL ??= 'ERROR';
}

export const tearDown = () => rmSync(process.env.TMPDIR, { recursive: true, force: true });
