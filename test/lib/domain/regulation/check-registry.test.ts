import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { loadRegulation } from '../../../../lib/domain/regulation/load.ts';

const file = 'statemachines/regulations/mangystau/351-guardianship-certificate.yaml';
const sound = readFileSync(join(import.meta.dirname, '../../../..', file), 'utf8');

/** The defects after one edit, with the line of the file, and the line of the edit. */
function edited(from: string, to: string) {
  const at = sound.indexOf(from);
  expect(at).toBeGreaterThan(0);
  const loaded = loadRegulation(sound.replace(from, to), 'x.yaml');
  return {
    edit: sound.slice(0, at).split('\n').length,
    found: 'defects' in loaded ? loaded.defects.map(({ line, reason }) => ({ line, reason })) : [],
  };
}

const power = '                - { register: enis, about: power }\n';

it.each([
  [
    'a register that holds no such thing',
    power,
    power.replace('enis', 'gbd-fl'),
    'gbd-fl knows nothing about the power',
  ],
  ['a question that stands twice', power, power + power, 'the question stands twice'],
  [
    'a power that nobody asks about',
    power,
    '',
    'the form names a representative, and no row needs the power to be known',
  ],
  ['a power of which any register may know', 'need: all', 'need: any', 'the power must be known: need: all'],
  [
    'a register asked by another effect',
    'effect: ask-registry',
    'effect: confirm-submission',
    'confirm-submission asks no register',
  ],
  ['a term that may have passed', '      when: not-past\n', '', 'powerUntil needs when: not-past'],
  ['a field outside the group', '      group: representative\n', '', 'representativeIin needs group: representative'],
  ['a field that is missing', 'name: powerNotary', 'name: powerClerk', 'a representative needs the field powerNotary'],
  [
    'a group asked in two places',
    '      channels: [con]',
    '      channels: [portal]',
    'the group representative is asked in the same channels',
  ],
])('refuses %s, and shows where', (_, from, to, reason) => {
  const { edit, found } = edited(from, to);
  const defect = found.find((each) => each.reason === reason);
  expect(found.map((each) => each.reason)).toContain(reason);
  expect(Math.abs((defect?.line ?? 0) - edit)).toBeLessThan(120);
});

it('the field that it shows is that of the file', () => {
  const { edit, found } = edited(power, power.replace('enis', 'gbd-fl'));
  expect(found[0]).toEqual({ line: edit, reason: 'gbd-fl knows nothing about the power' });
});

it('refuses a row without registers, and a representative in a channel that asks nobody', () => {
  const start = sound.indexOf('            registry:\n');
  const end = sound.indexOf(power) + power.length;
  const without = edited(sound.slice(start, end), '');
  expect(without.found.map(({ reason }) => reason)).toContain('ask-registry needs a registry');
  const everywhere = loadRegulation(sound.replaceAll('      channels: [con]\n', ''), 'x.yaml');
  expect(
    'defects' in everywhere && everywhere.defects.map(({ path, reason }) => `${path.join('.')} ${reason}`),
  ).toEqual([
    'channels.0 the form names a representative, and no row needs the representative to be known',
    'channels.0 the form names a representative, and no row needs the power to be known',
  ]);
});
