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
const HOUR = 3_600_000;
/** Days before the end of the term that every run looks at: an hour ago it was perhaps the day before. */
export const RECENT = 2;
/** How many of all days a run looks at besides, other ones each hour: so what was released goes, and what could not be erased. */
export const ROUND = 40;

interface Run {
  erased: number;
  /** Kept beyond their term, as something that they name is held. */
  held: number;
  failed: number;
}

/**
 * Erases the entries of the access journal that have been kept for their term; their seals stay. It begins with what came to
 * its end last, so that what is held keeps nothing waiting, and goes back as long as there is something to erase. Further
 * back everything has been erased or is held: of these days each run looks at a few.
 */
export async function eraseJournal(needs: Needs): Promise<Run> {
  const run: Run = { erased: 0, held: 0, failed: 0 };
  const first = await needs.seals.first();
  if (!first) return run;
  const end = keptSince('journal', needs.now).toISOString();
  const days = daysBetween(first.seal.from, end);
  const isTurn = turnsAt(needs.now, days.length);
  let isBehind = false;
  let goesOn = true;
  for (let i = days.length - 1; i >= 0 && !isBehind; i -= 1) {
    if (!goesOn && !isTurn(i)) continue;
    const before = run.erased;
    isBehind = !(await eraseDay(days[i]!, end, run, needs));
    goesOn &&= days.length - i < RECENT || run.erased > before;
  }
  if (isBehind || run.erased > 0 || run.failed > 0) logEvent('journal-erased', { ...run, behind: isBehind ? 1 : 0 });
  return run;
}

/** Whose turn it is in this hour: the days from the first on, so many at once, and then from the first again. */
function turnsAt(now: Date, days: number): (day: number) => boolean {
  const hour = Math.floor(now.getTime() / HOUR);
  const turn = hour % Math.ceil(days / ROUND);
  return (day) => Math.floor(day / ROUND) === turn;
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
