import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const run = (cwd: string, ...args: readonly string[]) => spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });

/** A checkout without tests, to which functions may be added. */
const tree = mkdtempSync(join(tmpdir(), 'e-akimat-scaffold-'));
const add = (...args: readonly string[]) => run(root, 'bin/new-function.ts', ...args, '--root', tree);

beforeAll(() => {
  const copied = [
    'bin',
    'functions',
    'lib',
    'statemachines',
    'web',
    'scripts',
    'test/browser-bundle.ts',
    'package.json',
  ];
  for (const each of [
    ...copied,
    'tsconfig.json',
    '.oxlintrc.json',
    '.prettierrc.json',
    'jest.config.mjs',
    'test/vectors.sha256',
  ]) {
    mkdirSync(dirname(join(tree, each)), { recursive: true });
    cpSync(join(root, each), join(tree, each), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
});

describe('npm run new-function', () => {
  it('writes a function, its row, its rule and its test, which pass check', () => {
    const { status, stdout, stderr } = add('cabinet/show-counter', 'GET /counters/{id}/pages/{page}');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const written = [
      'functions/cabinet/show-counter/contract.ts',
      'functions/cabinet/show-counter/show-counter.ts',
      'functions/cabinet/show-counter/handler.ts',
      'test/functions/cabinet/show-counter/show-counter.test.ts',
    ];
    for (const file of written) expect(stdout).toContain(`${file}\n`);
    expect(readFileSync(join(tree, 'lib/stack/functions.ts'), 'utf8')).toContain(
      "    'show-counter': row(512, 10, ['journal:write']),\n  },",
    );
    expect(readFileSync(join(tree, 'lib/domain/access/rules.ts'), 'utf8')).toContain(
      "  'GET /counters/{id}/pages/{page}': ['administrator'],\n",
    );
    expect(readFileSync(join(tree, 'lib/domain/access/journal-rules.ts'), 'utf8')).toContain(
      "  'GET /counters/{id}/pages/{page}': 'act',\n",
    );
    const bin = (tool: string) => join(root, 'node_modules', tool);
    const checks = [
      [bin('typescript/bin/tsc'), '--noEmit', '--incremental', 'false', '-p', 'tsconfig.json'],
      [bin('oxlint/bin/oxlint'), ...written],
      [bin('prettier/bin/prettier.cjs'), '--check', ...written, 'lib/stack/functions.ts', 'lib/domain/access/rules.ts'],
      ['bin/check-imports.ts'],
      ['bin/openapi.ts'],
      ['--experimental-vm-modules', bin('jest/bin/jest.js'), 'test/functions/cabinet/show-counter'],
    ];
    for (const [tool = '', ...args] of checks) {
      const done = run(tree, tool, ...args);
      expect([tool, done.status, done.status === 0 ? '' : done.stdout + done.stderr]).toEqual([tool, 0, '']);
    }
    const description = readFileSync(join(tree, 'lib/adapters/http/openapi.json'), 'utf8');
    expect(description).toContain('/counters/{id}/pages/{page}');
  });

  it.each([
    ['an unknown area', ['nowhere/show-counter', 'GET /counters'], 64, 'there is no area "nowhere"'],
    ['a name without a noun', ['cabinet/show', 'GET /counters'], 64, 'name an area and a verb'],
    ['a route without a method', ['cabinet/show-clerk', '/counters'], 64, 'name a route as'],
    ['a route that is taken', ['cabinet/show-clerk', 'GET /offices'], 1, 'has "GET /offices" already'],
    ['a verb that is there', ['catalogue/list-offices', 'GET /counters'], 1, 'is there already'],
  ])('refuses %s in a line and writes nothing', (_, args, code, reason) => {
    const before = readFileSync(join(tree, 'lib/stack/functions.ts'), 'utf8');
    const { status, stderr } = add(...args);
    expect([status, stderr.trim().split('\n').length]).toEqual([code, 1]);
    expect(stderr).toContain(reason);
    expect(readFileSync(join(tree, 'lib/stack/functions.ts'), 'utf8')).toBe(before);
  });

  it('prints its usage', () => {
    expect(run(root, 'bin/new-function.ts', '--help')).toMatchObject({ status: 0, stderr: '' });
  });
});
