import { refuse, type Refusal } from '../../problem/problem.ts';
import type { Officer } from '../../output/output.ts';
import type { Request } from '../request.ts';
import { record } from '../states.ts';
import type { Work } from '../work.ts';
import { acting, isWorking } from './officer.ts';

/** A piece of work as the head saw it: its row, and since when somebody had it. */
export interface Seen {
  readonly row: string;
  readonly claimedAt?: string | undefined;
}

/** What the head does, on which ground. */
interface Order {
  readonly head: Officer;
  readonly ground: string;
  readonly now: Date;
}

/**
 * The head gives the work to somebody. Whoever has claimed it since the head looked keeps it. Given again, it changes nothing.
 * The caller has checked that this person may do it.
 */
export function give(request: Request, to: Officer, seen: Seen, { head, ground, now }: Order): Request | Refusal {
  if (!isWorking(request) || request.work.outcome) return refuse('work/unknown');
  const { claimedBy } = request.work;
  if (claimedBy?.account === to.account) return request;
  const moved = refuseMoved(request.work, seen);
  if (moved) return moved;
  const at = now.toISOString();
  const work = {
    ...request.work,
    claimedBy: { ...nameOf(to), at },
    assigned: { by: nameOf(head), at, ground, to: nameOf(to), ...(claimedBy && { from: nameOf(claimedBy) }) },
  };
  const { by, as } = acting(to);
  const event = { at, code: 'work-given', row: work.row, ...acting(head), about: { by, as }, words: ground } as const;
  return record('give', { ...request, work }, event);
}

/** The head takes the work back from whoever has it: anybody may claim it. Work that nobody has stays as it is. */
export function recall(request: Request, seen: Seen, { head, ground, now }: Order): Request | Refusal {
  if (!isWorking(request) || request.work.outcome) return refuse('work/unknown');
  const { claimedBy, ...unclaimed } = request.work;
  if (!claimedBy && request.work.row === seen.row) return request;
  const moved = refuseMoved(request.work, seen);
  if (moved || !claimedBy) return moved ?? request;
  const at = now.toISOString();
  const work = { ...unclaimed, assigned: { by: nameOf(head), at, ground, from: nameOf(claimedBy) } };
  const about = { by: claimedBy.account };
  const event = { at, code: 'work-recalled', row: work.row, ...acting(head), about, words: ground } as const;
  return record('recall', { ...request, work }, event);
}

function refuseMoved({ row, claimedBy }: Work, seen: Seen): Refusal | undefined {
  if (row !== seen.row) return refuse('work/moved-on');
  if (claimedBy?.at === seen.claimedAt) return undefined;
  return claimedBy ? refuse('work/claimed', { facts: { by: claimedBy.name } }) : refuse('work/moved-on');
}

const nameOf = ({ account, name }: { readonly account: string; readonly name: string }) => ({ account, name });
