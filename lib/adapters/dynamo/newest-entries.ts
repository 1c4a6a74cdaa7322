import { sortOf, type Entry } from '../../domain/journal/entry.ts';
import type { Journal, JournalAsked } from './journal.ts';

interface Page {
  readonly entries: readonly Entry[];
  /** Time and id of the last one; absent on the last page. */
  readonly next?: readonly [at: string, id: string];
}

/** How many entries are examined for one page of those that are wanted, and how many are read at a time. */
const [LOOKED_AT, STRIDE] = [1000, 100];

/**
 * A page of entries, newest first, from where the page before ended. While there are more that are wanted it is full, unless
 * `LOOKED_AT` in a row are not; then `next` continues from there.
 */
export async function listNewest(
  journal: Pick<Journal, 'list'>,
  range: Pick<JournalAsked, 'by' | 'from' | 'until'>,
  { limit, from }: { readonly limit: number; readonly from?: readonly [at: string, id: string] | undefined },
  isWanted?: (entry: Entry) => boolean,
): Promise<Page> {
  const found: Entry[] = [];
  let last = from && sortOf({ at: from[0], id: from[1] });
  const endOf = ({ at, id }: Entry) => [at, id] as const;
  for (let looked = 0; looked < LOOKED_AT;) {
    const most = isWanted ? STRIDE : limit;
    // One more than a page shows whether there is a next one, and the last of the page before is found again.
    const read = await journal.list({ ...range, until: last ?? `${range.until}~`, limit: most + 2, newest: true });
    const entries = read.filter((entry) => sortOf(entry) !== last);
    found.push(...(isWanted ? entries.filter(isWanted) : entries));
    if (found.length > limit) return { entries: found.slice(0, limit), next: endOf(found[limit - 1]!) };
    const end = entries.at(-1);
    if (!end || read.length < most + 2) return { entries: found };
    looked += entries.length;
    last = sortOf(end);
    if (looked >= LOOKED_AT) return { entries: found, next: endOf(end) };
  }
  return { entries: found };
}
