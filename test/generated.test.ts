import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..');

it.each([
  ['the API description', 'bin/openapi.ts'],
  ['docs/errors.md', 'bin/errors.ts'],
  ['docs/runbook.md', 'bin/runbook.ts'],
  ['the diagram of states', 'bin/states.ts'],
  ['the machines and cards', 'bin/compile.ts'],
])('%s is what its sources say', (_, script) => {
  const check = () =>
    execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, '--check'], {
      cwd: root,
      stdio: 'pipe',
    });
  expect(check).not.toThrow();
});
