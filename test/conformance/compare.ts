import { mintAll } from './mint.ts';
import { byPkijs } from './by-pkijs.ts';
import { score, type Judge, type Score } from './judge.ts';
import { openssl } from './openssl.ts';
import { ours } from './ours.ts';
import { readPkits } from './pkits.ts';

const judges: readonly Judge[] = [ours, openssl, byPkijs];

const cell = ({ right, of, acceptedWrongly }: Score): string =>
  acceptedWrongly === 0 ? `${right} of ${of}` : `${right} of ${of}, ${acceptedWrongly} accepted`;

/**
 * A Markdown table: how many of the same inputs each program judges rightly, and how many it accepts that are wrong. RSA, because the
 * others know no GOST.
 */
export async function compare(): Promise<readonly string[]> {
  const groups = Map.groupBy(await mintAll('rsa'), ({ group }) => group);
  const rows: (readonly [string, (judge: Judge) => Promise<Score>])[] = [
    ['PKITS', async (judge) => score(await judged(readPkits(), judge.acceptsPath))],
    ...[...groups].map(
      ([group, minted]) =>
        [group, async (judge: Judge) => score(await judged(minted, ({ input }) => judge.acceptsCms(input)))] as const,
    ),
  ];
  const table = [`| | ${judges.map(({ name }) => name).join(' | ')} |`, `| --- |${' --- |'.repeat(judges.length)}`];
  for (const [name, rowOf] of rows) {
    const cells: string[] = [];
    for (const judge of judges) cells.push(cell(await rowOf(judge)));
    table.push(`| ${name} | ${cells.join(' | ')} |`);
  }
  return table;
}

/** One after another: some write files. */
async function judged<T extends { readonly valid: boolean }>(
  all: readonly T[],
  accepts: (given: T) => Promise<boolean>,
) {
  const answers: { accepted: boolean; valid: boolean }[] = [];
  for (const each of all) answers.push({ accepted: await accepts(each), valid: each.valid });
  return answers;
}
