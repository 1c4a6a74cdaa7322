import fc from 'fast-check';
import { checkCard } from '../../lib/card/check-card.ts';
import { openExample } from '../../lib/local/cards/example-signatures.ts';
import { edits, mutate } from './mutants.ts';
import { attach } from './write-pdf.ts';

const now = new Date('2026-11-30T09:00:00Z');
const text = (said: string) => new TextEncoder().encode(said);

/** Milliseconds of processor time that the check of one card may take. */
const MOST_TIME = 500;

interface CardCampaign {
  /** How many went beyond the reader: their files were found, and the signatures among them verified. */
  readonly readable: number;
  /** Changed where nobody looks: the card still passes, with the document as it was. */
  readonly passed: number;
  /** Milliseconds of processor time. */
  readonly slowest: number;
}

/**
 * Draws mutants of a card with two signatures, and of the files in it. Throws fast-check's report if one throws (a refusal is a report), takes half a second of
 * processor time, or passes with another document or without both signatures. What reading may cost at most is counted by `lib/card/pdf/limits.ts`.
 */
export async function runCardCampaign({
  mutants,
  seed,
}: {
  readonly mutants: number;
  readonly seed: number;
}): Promise<CardCampaign> {
  const example = await openExample('ecdsa', now);
  const document = { name: 'a.pdf', octets: text('a document') };
  const signatures = [await example.sign(document.octets), await example.sign(document.octets, { firstName: 'Сауле' })];
  const files = [document, ...signatures.map((octets, no) => ({ name: `${no + 1}.p7s`, octets }))];
  const good = attach(files);
  const check = (pdf: Uint8Array) =>
    checkCard(
      { pdf, at: now, profile: example.profile, certificates: [example.authority.root.certificate], crls: [] },
      async () => {},
    );
  if ((await check(good)).verdict !== 'passed') throw new Error('the card does not pass as it is');
  let found: CardCampaign = { readable: 0, passed: 0, slowest: 0 };
  // The whole file, or one of the files in it with the lengths around it kept right.
  const place = fc.nat(files.length);
  const property = fc.asyncProperty(place, edits, async (at, changes) => {
    const file = files[at];
    const pdf = file
      ? attach(files.with(at, { ...file, octets: mutate(file.octets, changes) }))
      : mutate(good, changes);
    const begun = process.threadCpuUsage();
    const report = await check(pdf);
    const { user, system } = process.threadCpuUsage(begun);
    const spent = (user + system) / 1000;
    const isPassed = report.verdict === 'passed';
    found = {
      readable: found.readable + (report.signatures.length > 0 ? 1 : 0),
      passed: found.passed + (isPassed ? 1 : 0),
      slowest: Math.max(found.slowest, spent),
    };
    if (spent > MOST_TIME) throw new Error(`${spent} ms for one card`);
    if (isPassed && (Buffer.compare(report.document!.octets, document.octets) !== 0 || report.signatures.length !== 2))
      throw new Error('a card with other files passes');
  });
  await fc.assert(property, { numRuns: mutants, seed });
  return found;
}
