import {
  lanes,
  waitedMinutes,
  type DueItem,
  type DueItems,
  type Lane,
} from '../../../lib/adapters/dynamo/due-items.ts';
import { logEvent, logFailure } from '../../../lib/adapters/log.ts';
import { REVIEW_NOTICE_DAYS, reviewedDaysLeft } from '../../../lib/domain/calendar/calendar.ts';
import { dueKinds } from '../../../lib/domain/request/due.ts';
import { checkOpenWork, type OpenWorkNeeds } from './check-open-work.ts';
import { checkQueues, type QueueNeeds } from './check-queues.ts';
import { sweepAccount, type AccountNeeds } from './sweep-account.ts';
import { sweepRequest, type RequestNeeds } from './sweep-request.ts';

export interface Needs
  extends RequestNeeds, Omit<AccountNeeds, 'requests'>, Omit<QueueNeeds, 'requests'>, Omit<OpenWorkNeeds, 'requests'> {
  readonly requests: RequestNeeds['requests'] &
    AccountNeeds['requests'] &
    QueueNeeds['requests'] &
    OpenWorkNeeds['requests'];
  readonly due: DueItems;
  /** Milliseconds until Lambda stops the run. */
  readonly timeLeft: () => number;
}

/** With less time left a run begins no further item; the next run finds it. */
const RESERVE_MS = 10_000;
/** From this attempt on the log calls an item stuck. */
export const STUCK_AFTER = 4;

interface Counts {
  readonly due: number;
  readonly failed: number;
  readonly stuck: number;
  /** Lanes that the run did not finish. */
  readonly behind: number;
  /** Minutes for which the oldest item has been due; from a quarter of an hour on an alarm says who is harmed. */
  readonly oldest: number;
}

const nothing: Counts = { due: 0, failed: 0, stuck: 0, behind: 0, oldest: 0 };
const add = (a: Counts, b: Counts): Counts => ({
  due: a.due + b.due,
  failed: a.failed + b.failed,
  stuck: a.stuck + b.stuck,
  behind: a.behind + b.behind,
  oldest: Math.max(a.oldest, b.oldest),
});

/**
 * Finishes what was recorded but not done: starts machines, tells them outcomes, sends notices of requests and accounts,
 * discards expired drafts, ends unanswered offers, removes uploads that nothing names. Each kind has lanes of its own, and a failing item is postponed by
 * itself, so many, slow or broken items do not delay the others.
 */
export async function sweep(needs: Needs): Promise<{ swept: number; failed: number; stuck: number }> {
  const swept = await Promise.all(lanes.map(async (lane) => ({ lane, counts: await sweepLane(lane, needs) })));
  for (const kind of dueKinds) {
    const counts = swept.filter(({ lane }) => lane.kind === kind).reduce((sum, each) => add(sum, each.counts), nothing);
    if (counts.due > 0 || counts.behind > 0) logEvent('swept', { kind, ...counts });
  }
  await checkQueues(needs).catch((error: unknown) => logFailure('check of the queues', error));
  await checkOpenWork(needs).catch((error: unknown) => logFailure('check of open work', error));
  const days = reviewedDaysLeft(needs.now);
  if (days < REVIEW_NOTICE_DAYS) logEvent('calendar-ends', { days });
  const { due, failed, stuck } = swept.reduce((sum, { counts }) => add(sum, counts), nothing);
  return { swept: due - failed, failed, stuck };
}

async function sweepLane(lane: Lane, needs: Needs): Promise<Counts> {
  let counts = nothing;
  try {
    for await (const item of needs.due.list(lane, needs.now)) {
      const oldest = waitedMinutes(item, needs.now);
      if (needs.timeLeft() < RESERVE_MS) return add(counts, { ...nothing, behind: 1, oldest });
      counts = add(counts, { ...nothing, oldest });
      counts = add(counts, await sweepItem(item, lane, needs));
    }
    return counts;
  } catch (error) {
    logFailure(lane.queue, error);
    return add(counts, { ...nothing, behind: 1 });
  }
}

async function sweepItem(item: DueItem, { kind }: Lane, needs: Needs): Promise<Counts> {
  const putOff = await needs.due.putOff(item, needs.now);
  if (putOff === 'taken') return nothing;
  const isStuck = putOff === 'stuck' || item.attempts + 1 >= STUCK_AFTER;
  try {
    await sweepOne(item, needs);
    return { ...nothing, due: 1 };
  } catch (error) {
    logFailure(`${kind} ${item.pk}`, error);
    return { ...nothing, due: 1, failed: 1, stuck: isStuck ? 1 : 0 };
  }
}

async function sweepOne({ pk }: DueItem, needs: Needs): Promise<unknown> {
  const [sort, id = ''] = pk.split('#');
  if (sort === 'REQUEST') return sweepRequest(id, needs);
  if (sort === 'ACCOUNT') return sweepAccount(id, needs);
  throw new Error(`${sort} has nothing to be swept`);
}
