import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { cardOf } from '../../../../lib/domain/regulation/card.ts';
import { loadRegulation } from '../../../../lib/domain/regulation/load.ts';

const root = join(import.meta.dirname, '../../../..');
const sound = readFileSync(
  join(root, 'statemachines/regulations/south-kazakhstan/149-archival-certificate.yaml'),
  'utf8',
);

/** What is wrong after one edit. */
function faultsOf(from: string, to: string): readonly string[] {
  expect(sound.split(from).length).toBeGreaterThan(1);
  const loaded = loadRegulation(sound.replace(from, to), 'x.yaml');
  return 'defects' in loaded ? loaded.defects.map(({ path, reason }) => `${path.join('.')}: ${reason}`) : [];
}

const named = 'organisations:\n  channels: [portal]';
const onPortal = '        does: [{ effect: confirm-submission }]';
const asking = (need: string) =>
  `        does: [{ effect: confirm-submission }, { effect: ask-registry, registry: { need: ${need}, of: [{ register: gbd-fl, about: applicant }, { register: gbd-ul, about: organisation }] } }]`;
const alone = 'an organisation applies on the portal alone: elsewhere an employee signs';

it.each([
  ['a counter', named, named.replace('portal', 'portal, con'), `organisations.channels.1: ${alone}`],
  [
    'a channel that is not there',
    named,
    named.replace('portal', 'akim'),
    'organisations.channels.0: the regulation has no channel akim',
  ],
  [
    'a channel twice',
    named,
    named.replace('portal', 'portal, portal'),
    'organisations.channels.1: the channel stands twice',
  ],
  [
    'a register of people that answers for the organisation',
    onPortal,
    asking('any'),
    'channels.0.actions.0.does.1.registry: the organisation must be known: need: all',
  ],
  [
    'a sentence with the IIN of whoever applies',
    '  fields:\n    - name: fullName\n      from: applicant-name',
    "  text: { ru: 'Дана {iin}', kk: '{iin} берілді' }\n  fields:\n    - name: iin\n      from: applicant-iin\n      label: { ru: ИИН, kk: ЖСН }\n      required: true\n      length: { min: 12, max: 12 }\n      format: numeric\n      source: приложение 7\n    - name: fullName\n      from: applicant-name",
    'output.text: an organisation has no IIN for this sentence',
  ],
])('refuses %s', (_, from, to, fault) => expect(faultsOf(from, to)).toContain(fault));

it('takes a row in which all registers must know theirs', () => {
  expect(faultsOf(onPortal, asking('all')).filter((fault) => fault.includes('organisation'))).toEqual([]);
});

it('a regulation that says nothing admits people alone', () => {
  const without = sound.replace(/^organisations:\n(?: .*\n)+/mu, '').replace('[organisations, output,', '[output,');
  const loaded = loadRegulation(without, 'x.yaml');
  expect('regulation' in loaded && cardOf(loaded.regulation).organisations).toEqual([]);
});
