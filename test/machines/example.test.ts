import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { cardOf } from '../../lib/domain/regulation/card.ts';
import { placesOf } from '../../lib/domain/regulation/place.ts';
import { generateFiles } from '../../statemachines/generate.ts';
import { readRegulations, readVerbs } from '../../statemachines/read.ts';
import { runAll } from './run-region.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'one-more-'));
cpSync(join(root, 'statemachines/regulations'), join(folder, 'statemachines/regulations'), { recursive: true });
const file = 'statemachines/regulations/turkistan/900-housing-queue.yaml';
mkdirSync(join(folder, dirname(file)));
copyFileSync(join(root, 'docs/examples/regulation/900-housing-queue.yaml'), join(folder, file));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { regulations, defects } = readRegulations(folder);
const all = regulations.map(({ regulation }) => regulation);
/** Regions that have a file of their own here run there; the example's region and all others run here. */
const apart = all.filter(({ region }) => !existsSync(join(import.meta.dirname, `${region}.test.ts`)));
const added = all.filter(({ service }) => service === 'housing-queue');

describe('the example of a regulation of today, added as one YAML file', () => {
  it('is read without a defect', () => {
    expect(defects).toEqual([]);
    expect(added).toHaveLength(1);
  });

  it('gives machines of its own and does not change those of the others', () => {
    const files = generateFiles(all, readVerbs());
    const machines = [...files.keys()].filter((file) => file.endsWith('.asl.json'));
    const present = machines.filter((file) => existsSync(join(root, file)));
    const own = ['akim', 'con', 'paper', 'portal'].map(
      (channel) => `statemachines/asl/turkistan/900-housing-queue.${channel}.asl.json`,
    );
    expect(machines.filter((file) => !present.includes(file)).sort()).toEqual(own);
    for (const file of present) expect([file, files.get(file)]).toEqual([file, readFileSync(join(root, file), 'utf8')]);
  });

  it('names its act, its region and its department', () => {
    const [example] = added;
    expect(cardOf(example!).decree).toMatchObject({
      named: {
        ru: 'Правила утверждены приказом Министра промышленности и строительства Республики Казахстан (пример) от 15 января 2026 года № 900',
        kk: 'Қазақстан Республикасы Өнеркәсіп және құрылыс министрінің (мысал) 2026 жылғы 15 қаңтардағы № 900 бұйрығымен бекітілген қағидалар',
      },
    });
    expect(cardOf(example!).decree).not.toHaveProperty('repealed');
    expect(placesOf(example!).map(({ code }) => code)).toContain('turkistan-housing-turkistan');
  });
});

runAll(apart);
