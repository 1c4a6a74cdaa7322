import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { answerPathLine } from '../../../lib/eds/path.ts';
import { inBrowser } from '../../browser-bundle.ts';

/** NIST's path-validation suite, converted to one JSON; it is beside the repository and not part of it. */
const suite = join(import.meta.dirname, '../../../../shared/pkits');
const present = existsSync(join(suite, 'cases.json'));
if (!present) console.warn('PKITS is not there (../shared/pkits): the 249 cases are skipped');

interface Case {
  readonly number: string;
  readonly title: string;
  readonly certs: readonly string[];
  readonly crls: readonly string[];
  readonly valid: boolean;
  readonly initialPolicySet: readonly string[];
  readonly initialExplicitPolicy: boolean;
  readonly initialPolicyMappingInhibit: boolean;
  readonly initialInhibitAnyPolicy: boolean;
}

const cases: readonly Case[] = present
  ? (JSON.parse(readFileSync(join(suite, 'cases.json'), 'utf8')) as { cases: readonly Case[] }).cases
  : [];

const base64 = (folder: string, name: string): string => readFileSync(join(suite, folder, name)).toString('base64');
const policyOid = (name: string): string => name.replace('NIST-test-policy-', '2.16.840.1.101.3.2.1.48.');

const lineOf = (given: Case) => ({
  ...given,
  certs: given.certs.map((name) => base64('certs', `${name}.crt`)),
  crls: given.crls.map((name) => base64('crls', `${name}.crl`)),
  at: '2011-04-15T00:00:00Z',
  initialPolicySet: given.initialPolicySet.map(policyOid),
});

const sections = Map.groupBy(cases, ({ number }) => number.split('.', 2).join('.'));

type Path = Pick<typeof import('../../../lib/eds/path.ts'), 'answerPathLine'>;
const places: readonly (readonly [string, () => Path | Promise<Path>])[] = [
  ['Node', () => ({ answerPathLine })],
  ['a browser', () => inBrowser<Path>('lib/eds/path.ts')],
];

(present ? describe : describe.skip).each(places)('NIST PKITS in %s', (_, open) => {
  let path: Path;
  beforeAll(async () => {
    path = await open();
  });

  it('has 249 cases', () => {
    expect(cases).toHaveLength(249);
  });

  it.each(present ? [...sections.keys()] : ['4'])('agrees with every case of section %s', (section) => {
    const deviations = (sections.get(section) ?? [])
      .map((given) => ({ given, found: path.answerPathLine(lineOf(given)) }))
      .filter(({ given, found }) => given.valid !== found.valid)
      .map(({ given, found }) => `${given.number} ${given.title}: ${found.code}`);
    expect(deviations).toEqual([]);
  });
});
