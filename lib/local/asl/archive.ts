import { ClassicLevel } from 'classic-level';
import type { HistoryEvent } from './events.ts';
import type { Summary } from './execution.ts';
import { levelLimits } from '../level-limits.ts';

/** What is kept of an execution that has ended. */
export interface Ended {
  readonly summary: Summary;
  readonly history: readonly HistoryEvent[];
}

/**
 * Executions that have ended, only on disk: neither memory nor the time of a restart grows with them. Keys are their
 * ARNs.
 */
export async function openArchive(folder: string) {
  const level = new ClassicLevel(folder, { valueEncoding: 'json', ...levelLimits });
  const summaries = level.sublevel<string, Summary>('summary', { valueEncoding: 'json' });
  const histories = level.sublevel<string, readonly HistoryEvent[]>('history', { valueEncoding: 'json' });
  await level.open();
  return {
    /** All of them are on disk when the promise resolves. Storing one twice does no harm. */
    put: (ended: readonly Ended[]) =>
      level.batch<string, unknown>(
        ended.flatMap(({ summary, history }) => [
          { type: 'put' as const, sublevel: summaries, key: summary.arn, value: summary },
          { type: 'put' as const, sublevel: histories, key: summary.arn, value: history },
        ]),
        { sync: true },
      ),
    find: (arn: string) => summaries.get(arn),
    history: (arn: string) => histories.get(arn),
    /** In the order of their ARNs. */
    list: (): AsyncIterable<Summary> => summaries.values(),
    close: () => level.close(),
  };
}
