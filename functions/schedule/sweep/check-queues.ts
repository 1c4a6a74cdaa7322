import { segmentFor, type Counted } from '../../../lib/adapters/dynamo/queue-counters.ts';
import type { QueueCheck, Suspect } from '../../../lib/adapters/dynamo/queue-check.ts';
import { FEW, type QueueOf } from '../../../lib/adapters/dynamo/queue-index.ts';
import { queueKey, segmentOf } from '../../../lib/adapters/dynamo/request-keys.ts';
import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import { logEvent } from '../../../lib/adapters/log.ts';
import { changeRequest } from '../../../lib/domain/request/change.ts';

export interface QueueNeeds {
  readonly requests: Pick<RequestTable, 'find' | 'replace' | 'tallyQueue'>;
  readonly queueCheck: QueueCheck;
  /** Every queue of the catalogue. */
  readonly queues: readonly QueueOf[];
  readonly now: Date;
  /** Milliseconds until Lambda stops the run. */
  readonly timeLeft: () => number;
  /** Months with more children are counted by their ten minutes. */
  readonly few?: number;
}

/** With less time left the run stops, and the next one continues. */
const RESERVE_MS = 20_000;
/** Milliseconds after which a suspect is looked at again: meanwhile an index catches up, and writes end. */
const SECOND_LOOK = 60_000;
const FORMER = 100;

/**
 * Once a day: whether each counter of each queue says how many keys of its segment the index has. Transactions keep them
 * equal; this finds what went past them, such as a restored table. A counter that is wrong twice, a minute apart, without
 * having been changed is set right, and an alarm says so. So are the counters of ten minutes of a month with very many children. It also counts
 * who was queued by an earlier release.
 */
export async function checkQueues(needs: QueueNeeds): Promise<void> {
  const { queueCheck, queues, now, timeLeft } = needs;
  const day = now.toISOString().slice(0, 10);
  const kept = await queueCheck.progress();
  let progress = kept?.day === day ? kept : { day, next: 0, suspects: kept?.suspects ?? [] };
  const isDue = ({ at }: Suspect) => now.getTime() - Date.parse(at) >= SECOND_LOOK;
  const due = progress.suspects.filter(isDue);
  if (progress.next >= queues.length && due.length === 0) return;
  const more: Suspect[] = [];
  for (const suspect of due) {
    const of = queues[suspect.queue];
    if (of) more.push(...(await lookAgain(of, suspect, needs)));
  }
  progress = { ...progress, suspects: [...progress.suspects.filter((each) => !isDue(each)), ...more] };
  for (let of = queues[progress.next]; of && timeLeft() > RESERVE_MS; of = queues[progress.next]) {
    if (!(await countFormer(of, needs))) break;
    const at = now.toISOString();
    const wrong = (await compare(of, needs)).map((each) => suspectOf(each, progress.next, at));
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

/** A month whose counter differs from its keys, or, with `tens`, whose counters of ten minutes do. */
interface Wrong extends Pick<Suspect, 'segment' | 'n' | 'counted'> {
  readonly tens?: { readonly month: Counted; readonly right: ReadonlyMap<string, number> };
}

const suspectOf = ({ segment, n, counted, tens }: Wrong, queue: number, at: string): Suspect => ({
  ...{ queue, segment, n, counted, at },
  ...(tens && { tens: true }),
});

/** What is wrong in the months that nobody changed while they were counted. */
async function compare(of: QueueOf, { requests, queueCheck, few = FEW }: QueueNeeds): Promise<readonly Wrong[]> {
  const before = monthsIn(await requests.tallyQueue(of));
  const keys = await queueCheck.countKeys(of);
  const after = monthsIn(await requests.tallyQueue(of));
  const inMonths = new Map<string, number>();
  for (const [ten, n] of keys) inMonths.set(segmentOf(ten), (inMonths.get(segmentOf(ten)) ?? 0) + n);
  const found: Wrong[] = [];
  for (const segment of new Set([...after.keys(), ...inMonths.keys()])) {
    const [earlier, month] = [before.get(segment), after.get(segment)];
    const [n, counted] = [month?.waiting ?? 0, inMonths.get(segment) ?? 0];
    if (earlier?.changes !== month?.changes || (earlier?.waiting ?? 0) !== n) continue;
    if (n !== counted) found.push({ segment, n, counted });
    else if (month && n > few) {
      const said = await queueCheck.tensOf(queueKey(of), segment);
      const right = new Map([...said.keys()].map((ten) => [ten, 0]));
      for (const [ten, there] of keys) if (segmentOf(ten) === segment) right.set(ten, there);
      const isRight = month.isInTens && [...right].every(([ten, there]) => (said.get(ten) ?? 0) === there);
      if (!isRight) found.push({ segment, n, counted, tens: { month, right } });
    }
  }
  return found;
}

const monthsIn = (tallies: readonly Counted[]) => new Map(tallies.map((tally) => [segmentFor(tally), tally] as const));

/** @returns what is to be looked at again: when the counter of a month has been set right, its ten minutes may still be wrong */
async function lookAgain(of: QueueOf, suspect: Suspect, needs: QueueNeeds): Promise<readonly Suspect[]> {
  const { queueCheck, now } = needs;
  const wrong = (await compare(of, needs)).find(({ segment }) => segment === suspect.segment);
  if (wrong?.n !== suspect.n || (wrong.tens === undefined) !== (suspect.tens === undefined)) return [];
  const { segment, n, counted, tens } = wrong;
  // `service` is what the log itself calls the program that writes.
  const queue = { office: of.office, regulation: of.service };
  const tell = () => logEvent('queue-miscounted', { ...queue, segment, said: n, counted });
  if (tens) {
    // One that has never been counted so is not wrong: an earlier release counted it, or its counter was set right.
    if ((await queueCheck.recount(of, segment, tens.right, tens.month)) && tens.month.isInTens) tell();
    return [];
  }
  if (!(await queueCheck.mend(of, { ...suspect, n, counted }))) return [];
  tell();
  const left = (await compare(of, needs)).filter((each) => each.segment === segment);
  return left.map((each) => suspectOf(each, suspect.queue, now.toISOString()));
}
