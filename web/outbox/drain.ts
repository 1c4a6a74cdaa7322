import { isProblem, type Problem } from '../http/problem.ts';
import { isOver, type Content, type Line } from './entry.ts';

/** There is no connection, or the person has to sign in. */
const waitsForOthers: ReadonlySet<string> = new Set(['network/failed', 'session/eds-needed']);

/** How often an entry is tried by itself before it waits for a person. */
export const MOST_TRIES = 6;
/** Milliseconds before the second try; each further try waits twice as long, and a random part of it longer. */
const PAUSE = 5_000;

/** When the server asks to wait; `random` from 0 to 1 keeps many counters from coming back in the same second. */
export const pauseAfter = (tries: number, random: number): number => PAUSE * 2 ** (tries - 1) * (1 + random);

export type Change = Partial<Pick<Line, 'state' | 'tries' | 'next'>> & { readonly problem?: Problem };

/** Whether the server has said no to this call itself, so that nothing has happened; and not "later", or "sign in". */
export const isRefused = (answer: unknown): boolean => {
  if (!isProblem(answer) || answer.problem === 'session/eds-needed') return false;
  const { status = 0 } = answer;
  return status >= 400 && status < 500 && status !== 401 && status !== 429;
};

/**
 * What follows from a refusal. `stop`: the next entry would meet the same, so that it is not tried now.
 */
export function followRefusal(
  problem: Problem,
  { tries }: Pick<Line, 'tries'>,
  now: number,
  random: number,
): { readonly change?: Change; readonly stop: boolean } {
  if (isRefused(problem)) return { change: { state: 'refused', problem }, stop: false };
  if (waitsForOthers.has(problem.problem) || problem.status === 401) return { stop: true };
  const isBusy = problem.status === 429;
  const again = tries + 1;
  if (again >= MOST_TRIES) return { change: { state: 'stuck', tries: again, problem }, stop: isBusy };
  return { change: { tries: again, next: now + pauseAfter(again, random) }, stop: isBusy };
}

export interface Draining {
  readonly lines: () => Promise<readonly Line[]>;
  readonly send: (line: Line) => Promise<Content | Problem>;
  readonly change: (id: string, change: Change) => Promise<unknown>;
  /** It is on the server: from here on only its signature is missing. */
  readonly arrived: (id: string, content: Content) => Promise<unknown>;
  readonly now: () => number;
  readonly random: () => number;
}

const isReady = (line: Line, now: number) => line.state === 'waiting' && line.next <= now && !isOver(line, now);

/** Sends what waits, one after another; an entry that fails does not hold up the others. */
export async function drain({ lines, send, change, arrived, now, random }: Draining): Promise<void> {
  for (const line of (await lines()).filter((each) => isReady(each, now()))) {
    // An entry that cannot be read any more waits for a person, too.
    const sent = await send(line).catch((): Problem => ({ problem: 'server/failed', status: 400 }));
    if (!isProblem(sent)) {
      await arrived(line.id, sent);
      continue;
    }
    const next = followRefusal(sent, line, now(), random());
    if (next.change) await change(line.id, next.change);
    if (next.stop) return;
  }
}

/** Milliseconds until the next entry may be tried; undefined if none waits. */
export function untilNext(lines: readonly Line[], now: number): number | undefined {
  const waiting = lines.filter((line) => line.state === 'waiting' && !isOver(line, now)).map(({ next }) => next - now);
  return waiting.length > 0 ? Math.max(0, Math.min(...waiting)) : undefined;
}
