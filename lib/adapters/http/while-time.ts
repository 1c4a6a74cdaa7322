import { randomUUID } from 'node:crypto';
import { refuse, type Refusal } from '../../domain/problem/problem.ts';
import { logFailure } from '../log.ts';

/** Seconds after which nothing more is begun: what has begun still ends before the gateway and the function give up. */
const BEGUN_WITHIN = 12;

interface Clock {
  /** When the call began. */
  readonly now: Date;
  readonly clock: () => Date;
}

/**
 * One after the other while there is time, the first in any case; the rest are told that they were not tried. A failure of ours is
 * the answer of its own item: what was done before it is answered, and written into the journal.
 */
export async function whileTime<Item, Done>(
  items: readonly Item[],
  work: (item: Item) => Promise<Done>,
  { now, clock }: Clock,
): Promise<(Done | Refusal)[]> {
  const done: (Done | Refusal)[] = [];
  for (const [index, item] of items.entries()) {
    const isLate = index > 0 && clock().getTime() - now.getTime() > BEGUN_WITHIN * 1000;
    done.push(isLate ? refuse('work/not-tried') : await work(item).catch(failed));
  }
  return done;
}

function failed(error: unknown): Refusal {
  const incident = randomUUID();
  logFailure(incident, error);
  return refuse('server/failed', { facts: { incident } });
}
