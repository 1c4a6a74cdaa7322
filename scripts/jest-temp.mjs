import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Workers inherit the variable: whatever the tests leave in the temporary folder goes when the last of them has run. */
export default function setUp() {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'e-akimat-tests-'));
}

export const tearDown = () => rmSync(process.env.TMPDIR, { recursive: true, force: true });
