import { parseCrl } from '../lib/eds/crl/crl.ts';
import { issueRoot } from '../lib/local/authority/issuer.ts';
import { seededRandom } from '../lib/local/authority/random.ts';
import { measure, row } from './bench-eds-measure.ts';
import { makeList } from './bench-eds-scene.ts';

/** Reading a list of 100,000 lines, and looking certificates up in lists of very different length. */
export async function benchCrl(): Promise<readonly string[]> {
  const period = { notBefore: new Date('2026-01-01'), notAfter: new Date('2027-01-01'), random: seededRandom('list') };
  const issuer = await issueRoot('rsa', 'BENCH LISTS', period);
  const long = makeList(issuer, 100_000);
  const [few, many] = [parseCrl(makeList(issuer, 100)), parseCrl(long)];
  const parsing = await measure(2, () => parseCrl(long), 3);
  const lookUp = (list: typeof few) => measure(20_000, () => list.entries.find('4123', list.issuer.canonical));
  const [inFew, inMany] = [await lookUp(few), await lookUp(many)];
  return [
    row('list of 100,000 lines: reading', parsing, '(target 200,000)'),
    `look-up in 100,000 lines: ${(inMany / inFew).toFixed(1)} times one in 100`,
  ];
}
