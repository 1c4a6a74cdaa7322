import { compareSealed, SEALED, type Fault, type Sealed } from '../../domain/journal/seal.ts';
import { keptSince } from '../../domain/retention/terms.ts';
import type { Journal } from '../dynamo/journal.ts';
import type { Seals } from '../s3/seals.ts';

export interface CheckNeeds {
  readonly journal: Pick<Journal, 'list'>;
  readonly seals: Pick<Seals, 'list'>;
  readonly now: Date;
}

/** What was found of some seals that follow one another. */
export interface Checked {
  readonly seals: number;
  readonly entries: number;
  /** Entries that are gone because their term is over. */
  readonly erased: number;
  readonly faults: readonly Fault[];
  /** The last seal that was looked at: the next check goes on there. */
  readonly last?: { readonly until: string; readonly sha256: string };
  /** Whether seals follow that were not looked at. */
  readonly more: boolean;
}

/** Entries that were added are found beside as many as a seal may name. */
const LOOK = SEALED + 1000;

/**
 * Compares the entries with their seals, in order, from the seal after the one that ended at `after` on. Stops after so many
 * seals or entries.
 */
export async function checkSeals(
  { journal, seals, now }: CheckNeeds,
  after: string,
  most: { readonly seals: number; readonly entries: number },
): Promise<Checked> {
  let [looked, entries, erased] = [0, 0, 0];
  let before: Sealed | undefined;
  const faults: Fault[] = [];
  const sum = (more: boolean): Checked => ({
    ...{ seals: looked, entries, erased, faults, more },
    ...(before && { last: { until: before.seal.until, sha256: before.sha256 } }),
  });
  for await (const sealed of seals.list(after)) {
    const { from, until } = sealed.seal;
    if (until !== after) {
      if (looked >= most.seals || entries >= most.entries) return sum(true);
      const found = await journal.list({ from, until, limit: LOOK });
      const compared = compareSealed(sealed, before, found, keptSince('journal', now));
      faults.push(...compared.faults);
      erased += compared.erased;
      looked += 1;
      entries += found.length;
    }
    before = sealed;
  }
  return sum(false);
}
