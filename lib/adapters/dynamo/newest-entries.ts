import { sortOf, type Entry } from '../../domain/journal/entry.ts';
import type { Journal, JournalAsked } from './journal.ts';

interface Page {
  readonly entries: readonly Entry[];
  /** Time and id of the last one; absent on the last page. */
  readonly next?: readonly [at: string, id: string];
}

/** A page of entries, newest first, from where the page before ended. */
export async function listNewest(
  journal: Pick<Journal, 'list'>,
  range: Pick<JournalAsked, 'by' | 'from' | 'until'>,
  { limit, from }: { readonly limit: number; readonly from?: readonly [at: string, id: string] | undefined },
): Promise<Page> {
  const last = from && sortOf({ at: from[0], id: from[1] });
  const until = last ?? `${range.until}~`;
  // One more than a page shows whether there is a next one, and the last of the page before is found again.
  const found = await journal.list({ ...range, until, limit: limit + 2, newest: true });
  const entries = found.filter((entry) => sortOf(entry) !== last);
  const end = entries.length > limit ? entries[limit - 1] : undefined;
  return { entries: entries.slice(0, limit), ...(end && { next: [end.at, end.id] as const }) };
}
