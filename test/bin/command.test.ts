import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const run = (file: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', `bin/${file}.ts`, ...args], {
    cwd: root,
    encoding: 'utf8',
  });

describe.each(
  [
    'bench-queue bench-soak catalogue close-account compile cost errors first-administrator fuzz fuzz-http kill local',
    'new-function new-regulation openapi person running story template vectors',
  ].flatMap((names) => names.split(' ')),
)('bin/%s.ts', (file) => {
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
