import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const run = (file: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', `bin/${file}.ts`, ...args], {
    cwd: root,
    encoding: 'utf8',
  });

/** What `npm run` and `npm start` call, but for a part of `npm run lint`, and `eds`, which has several commands. */
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
const called = Object.values(scripts).flatMap((line) => /bin\/([\w-]+)\.ts/.exec(line)?.[1] ?? []);
const commands = new Set(called.filter((name) => !['check-imports', 'eds'].includes(name)));

describe.each([...commands].toSorted())('bin/%s.ts', (file) => {
  it('prints its usage for --help, and does nothing', () => {
    const { status, stdout, stderr } = run(file, '--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^npm (?:run|start) /);
  });

  it('refuses an unknown option in one line, with exit code 64', () => {
    const { status, stdout, stderr } = run(file, '--no-such-option');
    expect({ status, stdout, lines: stderr.trim().split('\n').length }).toEqual({ status: 64, stdout: '', lines: 1 });
    expect(stderr).toContain(`${file}: Unknown option '--no-such-option'`);
  });
});
