import { segmentFor } from '../../../lib/adapters/dynamo/queue-counters.ts';
import type { QueueCheck, Suspect } from '../../../lib/adapters/dynamo/queue-check.ts';
import type { QueueOf } from '../../../lib/adapters/dynamo/queue-index.ts';
import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import { logEvent } from '../../../lib/adapters/log.ts';
import { changeRequest } from '../../../lib/domain/request/change.ts';
import type { Tally } from '../../../lib/domain/request/queue/tally.ts';

export interface QueueNeeds {
  readonly requests: Pick<RequestTable, 'find' | 'replace' | 'tallyQueue'>;
  readonly queueCheck: QueueCheck;
  /** Every queue of the catalogue. */
  readonly queues: readonly QueueOf[];
  readonly now: Date;
  /** Milliseconds until Lambda stops the run. */
  readonly timeLeft: () => number;
}

/** With less time left the run stops, and the next one continues. */
const RESERVE_MS = 20_000;
/** Milliseconds after which a suspect is looked at again: meanwhile an index catches up, and writes end. */
const SECOND_LOOK = 60_000;
const FORMER = 100;

/**
 * Once a day: whether each counter of each queue says how many keys of its segment the index has. Transactions keep them
 * equal; this finds what went past them, such as a restored table. A counter that is wrong twice, a minute apart, without
 * having been changed is set right, and an alarm says so. It also counts who was queued by an earlier release.
 */
export async function checkQueues(needs: QueueNeeds): Promise<void> {
  const { queueCheck, queues, now, timeLeft } = needs;
  const day = now.toISOString().slice(0, 10);
  const kept = await queueCheck.progress();
  let progress = kept?.day === day ? kept : { day, next: 0, suspects: kept?.suspects ?? [] };
  const isDue = ({ at }: Suspect) => now.getTime() - Date.parse(at) >= SECOND_LOOK;
  const due = progress.suspects.filter(isDue);
  if (progress.next >= queues.length && due.length === 0) return;
  for (const suspect of due) {
    const of = queues[suspect.queue];
    if (of) await lookAgain(of, suspect, needs);
  }
  progress = { ...progress, suspects: progress.suspects.filter((each) => !isDue(each)) };
  for (let of = queues[progress.next]; of && timeLeft() > RESERVE_MS; of = queues[progress.next]) {
    if (!(await countFormer(of, needs))) break;
    const wrong = (await compare(of, needs)).map((each) => ({ ...each, queue: progress.next, at: now.toISOString() }));
    progress = { ...progress, next: progress.next + 1, suspects: [...progress.suspects, ...wrong] };
  }
  await queueCheck.keep(progress);
}

/** Whether everybody whom an earlier release queued is counted; there may be more than one run can count. */
async function countFormer(of: QueueOf, { requests, queueCheck, timeLeft }: QueueNeeds): Promise<boolean> {
  for (;;) {
    const ids = await queueCheck.listFormer(of, FORMER);
    if (ids.length === 0) return true;
    let changed = 0;
    for (const id of ids) {
      if (timeLeft() < RESERVE_MS) return false;
      await changeRequest(requests, id, (request) => {
        if (!('uncounted' in request)) return request;
        changed += 1;
        return { ...request };
      });
    }
    // What is still listed has been written already, and the index lags behind.
    if (changed === 0) return true;
  }
}

/** The segments whose counter differs from the keys, of those that nobody changed while they were counted. */
async function compare(of: QueueOf, { requests, queueCheck }: QueueNeeds) {
  const before = waitingIn(await requests.tallyQueue(of));
  const keys = await queueCheck.countKeys(of);
  const after = waitingIn(await requests.tallyQueue(of));
  return [...new Set([...after.keys(), ...keys.keys()])].flatMap((segment) => {
    const [n, counted] = [after.get(segment) ?? 0, keys.get(segment) ?? 0];
    return n === (before.get(segment) ?? 0) && n !== counted ? [{ segment, n, counted }] : [];
  });
}

const waitingIn = (tallies: readonly Tally[]) =>
  new Map(tallies.map((tally) => [segmentFor(tally), tally.waiting] as const));

async function lookAgain(of: QueueOf, suspect: Suspect, needs: QueueNeeds): Promise<void> {
  const wrong = (await compare(of, needs)).find(({ segment }) => segment === suspect.segment);
  if (wrong?.n !== suspect.n) return;
  if (await needs.queueCheck.mend(of, { ...suspect, ...wrong }))
    logEvent('queue-miscounted', { ...of, segment: wrong.segment, said: wrong.n, counted: wrong.counted });
}
