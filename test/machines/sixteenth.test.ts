import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { generateFiles } from '../../statemachines/generate.ts';
import { readRegulations, readVerbs } from '../../statemachines/read.ts';
import { runAll } from './run-region.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'sixteen-'));
cpSync(join(root, 'statemachines/regulations'), join(folder, 'statemachines/regulations'), { recursive: true });
copyFileSync(
  join(import.meta.dirname, 'fixture/900-pet-passport.yaml'),
  join(folder, 'statemachines/regulations/zhambyl/900-pet-passport.yaml'),
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { regulations, defects } = readRegulations(folder);
const all = regulations.map(({ regulation }) => regulation);
const added = all.filter(({ service }) => service === 'pet-passport');

describe('a sixteenth regulation, added as one YAML file', () => {
  it('is read without a defect', () => {
    expect(defects).toEqual([]);
    expect([all.length, added.length]).toEqual([16, 1]);
  });

  it('gives machines of its own and does not change those of the others', () => {
    const files = generateFiles(all, readVerbs());
    const machines = [...files.keys()].filter((file) => file.endsWith('.asl.json'));
    const present = machines.filter((file) => existsSync(join(root, file)));
    const own = ['akim', 'con', 'paper', 'portal'].map(
      (channel) => `statemachines/asl/zhambyl/900-pet-passport.${channel}.asl.json`,
    );
    expect(machines.filter((file) => !present.includes(file)).sort()).toEqual(own);
    for (const file of present) expect([file, files.get(file)]).toEqual([file, readFileSync(join(root, file), 'utf8')]);
  });
});

runAll(added);
