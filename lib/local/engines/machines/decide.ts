import { createHash } from 'node:crypto';
import type { Json } from '../../asl/definition.ts';
import type { Outline } from './outline.ts';

/** One execution of a machine on one interpreter. Both interpreters' runs of a seed get the same decisions. */
export interface Run {
  readonly outline: Outline;
  readonly seed: string;
  /** No call fails and no task is given back. */
  readonly isCalm: boolean;
  /** Seconds after which a waiting row escalates. A function that must be loaded first must have answered by then. */
  readonly term: number;
  /** How often each row was called, and how often it waited. */
  readonly counts: Map<string, number>;
  /** Ends a waiting task, as the functions do. */
  readonly tell: (token: string, ending: Ending) => Promise<void>;
}

export type Ending = { readonly outcome: string } | { readonly error: string };

/** What a function is called with. */
export interface Call {
  readonly requestId: string;
  readonly row?: { readonly state?: string };
  readonly with?: { readonly token?: string };
}

export type Decision =
  | { readonly error: string }
  | { readonly value: Json; readonly later?: { readonly ending: Ending; readonly milliseconds: number } };

/** Milliseconds after which a task ends, and by how much a late task misses its term. */
const SOON = 120;
const LATE = 1500;
/** A row that is asked more often than this is let through, so that every run ends. */
const PATIENCE = 2;

/** Decides only from seed, machine, row and count what the called function does. */
export function decide(run: Run, call: Call): Decision {
  const row = call.row?.state ?? 'none';
  const waits = call.with?.token !== undefined;
  const key = `${row} ${waits ? 'waits' : 'is called'}`;
  const count = (run.counts.get(key) ?? 0) + 1;
  run.counts.set(key, count);
  const chance = (of: string) => draw(run.seed, run.outline.name, key, String(count), of);
  const isPatient = count <= PATIENCE;
  const outcome = choose(run.outline.outcomes.get(row) ?? ['done'], isPatient ? chance('outcome') : undefined);
  const ill = isPatient && !run.isCalm ? chance('ill') : 1;
  if (!waits) {
    if (ill < 0.06) return { error: ill < 0.03 ? 'SomeError' : 'TypeError' };
    const isNamed = run.outline.strict.has(row) || chance('named') > 0.35;
    return { value: { ...(isNamed && { outcome }), dueAt: '2026-12-01T00:00:00Z', alarmSeconds: run.term } };
  }
  if (ill < 0.06) return { error: 'OpenFailed' };
  if (ill < 0.18) return { value: {}, later: { ending: { error: 'HandedBack' }, milliseconds: SOON } };
  const isLate = isPatient && chance('late') < 0.25;
  return { value: {}, later: { ending: { outcome }, milliseconds: isLate ? run.term * 1000 + LATE : SOON } };
}

/** A random outcome, or, after too many questions, the one that moves on. */
function choose(outcomes: readonly string[], chance: number | undefined): string {
  const [first = 'done'] = outcomes;
  if (chance === undefined) return outcomes.includes('done') ? 'done' : first;
  return outcomes[Math.floor(chance * outcomes.length)] ?? first;
}

/** A number from 0 to below 1. */
const draw = (...of: readonly string[]): number =>
  createHash('sha256').update(of.join('|')).digest().readUInt32BE(0) / 2 ** 32;
