import { daysBetween, type Journal } from '../../../lib/adapters/dynamo/journal.ts';
import { logEvent, logFailure } from '../../../lib/adapters/log.ts';
import type { Seals } from '../../../lib/adapters/s3/seals.ts';
import { sortOf, type Entry } from '../../../lib/domain/journal/entry.ts';
import { keptSince } from '../../../lib/domain/retention/terms.ts';

interface Needs {
  readonly journal: Pick<Journal, 'list' | 'erase'>;
  readonly seals: Pick<Seals, 'first'>;
  readonly isHeld: (entry: Entry) => Promise<boolean>;
  readonly now: Date;
  /** Milliseconds until Lambda stops the run. */
  readonly timeLeft: () => number;
  /** How many entries are read at once. */
  readonly page?: number;
}

const RESERVE_MS = 10_000;

interface Run {
  erased: number;
  /** Kept beyond their term, as something that they name is held. */
  held: number;
  failed: number;
}

/**
 * Erases the entries of the access journal that have been kept for their term; their seals stay. It begins with what came to
 * its end last and goes back to the first seal, so that what is held keeps nothing waiting, and what is held no more goes.
 */
export async function eraseJournal(needs: Needs): Promise<Run> {
  const run: Run = { erased: 0, held: 0, failed: 0 };
  const first = await needs.seals.first();
  if (!first) return run;
  const end = keptSince('journal', needs.now).toISOString();
  let isBehind = false;
  for (const day of daysBetween(first.seal.from, end).toReversed()) {
    isBehind = !(await eraseDay(day, end, run, needs));
    if (isBehind) break;
  }
  if (isBehind || run.erased > 0 || run.failed > 0) logEvent('journal-erased', { ...run, behind: isBehind ? 1 : 0 });
  return run;
}

/** @returns whether there was time for all of it */
async function eraseDay(day: string, end: string, run: Run, { journal, timeLeft, page = 1000, ...needs }: Needs) {
  const until = `${day}~` < end ? `${day}~` : end;
  for (let from = day; ;) {
    if (timeLeft() < RESERVE_MS) return false;
    const entries = await journal.list({ from, until, limit: page });
    for (const entry of entries) {
      if (timeLeft() < RESERVE_MS) return false;
      run[await eraseEntry(entry, { journal, ...needs })] += 1;
    }
    const last = entries.at(-1);
    if (!last || entries.length < page) return true;
    from = sortOf(last);
  }
}

async function eraseEntry(entry: Entry, { journal, isHeld }: Pick<Needs, 'journal' | 'isHeld'>): Promise<keyof Run> {
  try {
    if (await isHeld(entry)) return 'held';
    await journal.erase(entry);
    return 'erased';
  } catch (error) {
    // It stays, and the next run tries again.
    logFailure(`journal ${entry.id}`, error);
    return 'failed';
  }
}
