import type { Journal } from '../../../lib/adapters/dynamo/journal.ts';
import { logEvent } from '../../../lib/adapters/log.ts';
import type { Seals } from '../../../lib/adapters/s3/seals.ts';
import { sortOf } from '../../../lib/domain/journal/entry.ts';
import { sealAfter, SEALED } from '../../../lib/domain/journal/seal.ts';

interface Needs {
  readonly journal: Pick<Journal, 'list'>;
  readonly seals: Pick<Seals, 'last' | 'write'>;
  readonly now: Date;
  /** Milliseconds until Lambda stops the run. */
  readonly timeLeft: () => number;
  /** How many entries a seal names. */
  readonly most?: number;
}

/** Milliseconds for which an entry may be under way: longer than any function that answers people runs. */
const GRACE_MS = 60_000;
/** Where the first seal begins: nothing lay unsealed for so long, or an alarm has rung all the time. */
const FIRST_LOOK_MS = 31 * 86_400_000;
const RESERVE_MS = 10_000;

/**
 * Seals what has been written since the last seal: the entries in order with their digests, chained to it. A time without
 * entries gets no seal of its own; the next one covers it.
 */
export async function sealJournal(needs: Needs): Promise<{ sealed: number }> {
  const { journal, seals, now, timeLeft, most = SEALED } = needs;
  const end = new Date(now.getTime() - GRACE_MS).toISOString();
  const start = new Date(now.getTime() - FIRST_LOOK_MS).toISOString();
  let last = await seals.last(now);
  let sealed = 0;
  while (timeLeft() > RESERVE_MS) {
    const from = last?.seal.until ?? start;
    const entries = await journal.list({ from, until: end, limit: most });
    const latest = entries.at(-1);
    if (!latest) break;
    const until = entries.length < most ? end : sortOf(latest);
    const written = await seals.write(sealAfter(last, from, until, entries));
    // Another run was quicker; the next one goes on after its seal.
    if (written === 'exists') break;
    last = written;
    sealed += entries.length;
    if (until === end) break;
  }
  if (sealed > 0) logEvent('sealed', { entries: sealed });
  return { sealed };
}
