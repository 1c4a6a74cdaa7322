import type { Proof } from '../report.ts';

const day = 86_400_000;

/**
 * The proofs that end within so many days, or have ended: the first to end first.
 *
 *     endingWithin(signers.flatMap(({ proof }) => proof ?? []), new Date(), 365)
 */
export const endingWithin = <T extends Pick<Proof, 'until'>>(
  proofs: readonly T[],
  now: Date,
  days: number,
): readonly T[] => {
  const end = new Date(now.getTime() + days * day);
  return endingFirst(proofs.filter(({ until }) => new Date(until) < end));
};

export const endingFirst = <T extends Pick<Proof, 'until'>>(proofs: readonly T[]): readonly T[] =>
  proofs.toSorted((a, b) => Date.parse(a.until) - Date.parse(b.until));
