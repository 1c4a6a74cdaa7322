import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { generateFiles } from '../../statemachines/generate.ts';
import { readRegulations, readVerbs } from '../../statemachines/read.ts';

const root = join(import.meta.dirname, '../..');
const tree = mkdtempSync(join(tmpdir(), 'e-akimat-scaffold-'));
cpSync(join(root, 'statemachines/regulations'), join(tree, 'statemachines/regulations'), { recursive: true });
const add = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['bin/new-regulation.ts', ...args, '--root', tree], { cwd: root, encoding: 'utf8' });

describe('npm run new-regulation', () => {
  it('writes a regulation with comments that compiles to a machine of its own', () => {
    const file = 'statemachines/regulations/zhambyl/24-pet-passport.yaml';
    expect(add('zhambyl', '24', 'pet-passport')).toMatchObject({
      status: 0,
      stdout: `${file}\nnext: npm run compile\n`,
    });
    expect(readFileSync(join(tree, file), 'utf8')).toMatch(/^# TODO/);
    const { regulations, defects } = readRegulations(tree);
    expect(defects).toEqual([]);
    const all = regulations.map(({ regulation }) => regulation);
    expect(all.filter(({ service, region }) => service === 'pet-passport' && region === 'zhambyl')).toHaveLength(1);
    const made = generateFiles(all, readVerbs());
    expect(made.has('statemachines/asl/zhambyl/24-pet-passport.mio.asl.json')).toBe(true);
  });

  it.each([
    ['an unknown region', ['nowhere', '24', 'pet-passport'], 64, '"nowhere" is no region'],
    ['a number in Cyrillic', ['zhambyl', 'А-11', 'pet-passport'], 64, 'the number is of small letters'],
    ['a service of one word', ['zhambyl', '24', 'passport'], 64, 'name the service in words'],
    ['one that is there', ['zhambyl', '23', 'disabled-child-support'], 1, 'is there already'],
  ])('refuses %s in a line', (_, args, code, reason) => {
    const { status, stderr } = add(...args);
    expect([status, stderr.trim().split('\n').length]).toEqual([code, 1]);
    expect(stderr).toContain(reason);
  });
});
