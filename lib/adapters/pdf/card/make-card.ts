import { checkCard, type CardInput } from '../../../card/check-card.ts';
import { readFacts } from '../../../card/facts.ts';
import type { CardReport } from '../../../card/report.ts';
import type { Card } from './card.ts';
import { renderCard } from './render-card.ts';

export interface CardParts extends Omit<Card, 'signatures' | 'document'> {
  /** `madeAt`: when it was, if that is known; else when it was first signed. */
  readonly document: Omit<Card['document'], 'madeAt'> & { readonly madeAt?: Date };
  /** In any order; with a timestamp and the proof of its certificate inside. */
  readonly signatures: readonly { readonly fileName: string; readonly cms: Uint8Array }[];
}

/**
 * A card, with the report of its check as whoever receives it would check it; or nothing, if a signature has no timestamp or no
 * certificate in it. Only a card whose report has passed may be handed out. Throws EdsRefusal for what is no signature.
 */
export async function makeCard(
  { document, signatures, ...parts }: CardParts,
  trust: Omit<CardInput, 'pdf'>,
): Promise<{ readonly pdf: Uint8Array; readonly report: CardReport } | undefined> {
  const read = signatures.map(({ fileName, cms }) => ({ fileName, octets: cms, facts: readFacts(cms) }));
  const dated = read
    .flatMap(({ facts, ...file }) => (facts?.[0] ? { ...file, facts, madeAt: facts[0].moment } : []))
    .toSorted((a, b) => a.madeAt.getTime() - b.madeAt.getTime());
  const [first] = dated;
  if (!first || dated.length < read.length) return undefined;
  const pdf = await renderCard({
    ...parts,
    document: { ...document, madeAt: document.madeAt ?? first.madeAt },
    signatures: dated,
  });
  return { pdf, report: await checkCard({ ...trust, pdf }, async () => {}) };
}
