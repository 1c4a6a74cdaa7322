import type { Statistics, Round } from '../../../lib/adapters/dynamo/statistics.ts';
import { logEvent } from '../../../lib/adapters/log.ts';
import { monthAfter, monthOf } from '../../../lib/domain/statistics/month.ts';
import { countMonth, RESERVE_MS, type CountingNeeds, type OfficeMonth } from './count-month.ts';

interface Needs extends CountingNeeds {
  readonly statistics: Statistics;
  /** Codes of every office that receives requests. */
  readonly offices: readonly string[];
  readonly now: Date;
}

/** The months that are counted every hour: the present one and the one before. */
const RECENT = 2;
/** How far back the statistics of ended requests reach; corrections change the months before slowly. */
export const MONTHS = 36;

/**
 * Counts each month of each office anew from its lines: two of its months every hour, the others once a day. Nothing is added
 * to what was counted before, so a run that is repeated or killed changes nothing. What a run has no time for, the next one does;
 * a round that is not finished is finished before it begins again.
 */
export async function countStatistics(needs: Needs): Promise<Record<Round | 'behind', number>> {
  const { now, offices } = needs;
  const month = monthOf(now.toISOString());
  const pieces = (from: number, to: number): OfficeMonth[] =>
    offices.flatMap((office) =>
      Array.from({ length: to - from }, (_, i) => ({ office, month: monthAfter(month, -from - i) })),
    );
  const recent = await goOn('recent', now.toISOString().slice(0, 'YYYY-MM-DDTHH'.length), pieces(0, RECENT), needs);
  const older = await goOn('older', now.toISOString().slice(0, 'YYYY-MM-DD'.length), pieces(RECENT, MONTHS), needs);
  const done = { recent: recent.done, older: older.done, behind: recent.behind + older.behind };
  logEvent('statistics-counted', done);
  // Not one month of one office fits into a run: the next one would stand there, too.
  if (recent.behind > 0 && recent.done === 0) throw new Error('a month was not counted within one run');
  return done;
}

async function goOn(round: Round, of: string, pieces: readonly OfficeMonth[], needs: Needs) {
  const { statistics, now, timeLeft } = needs;
  const kept = await statistics.progress(round);
  const isFinished = kept !== undefined && kept.next >= pieces.length;
  if (isFinished && kept.of === of) return { done: 0, behind: 0 };
  const start = kept && !isFinished ? kept.next : 0;
  let next = start;
  while (next < pieces.length && timeLeft() > RESERVE_MS && (await countMonth(pieces[next]!, needs))) next += 1;
  const finishedAt = next === pieces.length ? now.toISOString() : kept?.finishedAt;
  await statistics.keepProgress(round, { of, next, ...(finishedAt !== undefined && { finishedAt }) });
  return { done: next - start, behind: pieces.length - next };
}
