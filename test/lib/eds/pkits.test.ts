import { beforeAll, describe, expect, it } from '@jest/globals';
import { answerPathLine } from '../../../lib/eds/path.ts';
import { isPkitsThere, pathLineOf, readPkits } from '../../conformance/pkits.ts';
import { inBrowser } from '../../browser-bundle.ts';

if (!isPkitsThere) console.warn('PKITS is not there (../shared/pkits): the 249 cases are skipped');
const cases = readPkits();

const sections = Map.groupBy(cases, ({ number }) => number.split('.', 2).join('.'));

type Path = Pick<typeof import('../../../lib/eds/path.ts'), 'answerPathLine'>;
const places: readonly (readonly [string, () => Path | Promise<Path>])[] = [
  ['Node', () => ({ answerPathLine })],
  ['a browser', () => inBrowser<Path>('lib/eds/path.ts')],
];

(isPkitsThere ? describe : describe.skip).each(places)('NIST PKITS in %s', (_, open) => {
  let path: Path;
  beforeAll(async () => {
    path = await open();
  });

  it('has 249 cases', () => {
    expect(cases).toHaveLength(249);
  });

  it.each(isPkitsThere ? [...sections.keys()] : ['4'])('agrees with every case of section %s', (section) => {
    const deviations = (sections.get(section) ?? [])
      .map((given) => ({ given, found: path.answerPathLine(pathLineOf(given)) }))
      .filter(({ given, found }) => given.valid !== found.valid)
      .map(({ given, found }) => `${given.number} ${given.title}: ${found.code}`);
    expect(deviations).toEqual([]);
  });
});
