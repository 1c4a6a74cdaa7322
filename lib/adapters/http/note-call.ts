import { randomUUID } from 'node:crypto';
import { ulid } from 'ulid';
import { lookOf, type LookKind } from '../../domain/access/journal-rules.ts';
import type { Caller } from '../../domain/access/roles.ts';
import type { Route } from '../../domain/access/rules.ts';
import { SHOWN, type Entry } from '../../domain/journal/entry.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/problem/problem.ts';
import { openJournal, type Journal } from '../dynamo/journal.ts';
import { openTable } from '../dynamo/table.ts';
import { readEnvironment } from '../environment.ts';
import { logFailure } from '../log.ts';
import type { Answered } from './serve.ts';

/** What an entry says besides the route and who called; a verb gives what the path does not. */
export type About = Pick<Entry, 'account' | 'role' | 'place' | 'subject' | 'request' | 'unusual' | 'proposer'>;

/** One of several acts of a call. `outcome`: `done`, or the code of its refusal. */
export type Act = About & Pick<Entry, 'outcome'>;

/** Undefined if the entry is written, or none is due; else the refusal that is answered instead. */
export type NoteCall = (
  result: Answered | Refusal,
  caller: Caller | undefined,
  params: unknown,
) => Promise<Refusal | undefined>;

interface Needs {
  readonly journal: Pick<Journal, 'write'>;
  readonly now: () => Date;
  readonly newId: () => string;
}

/**
 * Writes what the route's rule says into the access journal, before the answer leaves. Citizens are written down when they
 * sign in and out, and when somebody opens a mailed result; employees, whatever they call that is not their own account.
 */
export const noteBy =
  (route: Route, kind: LookKind, { journal, now, newId }: Needs): NoteCall =>
  async (result, caller, params) => {
    if (caller?.role === 'applicant' && kind !== 'session') return undefined;
    // A key that nobody mailed is about no request, and anybody can send any number of them.
    if (!caller && kind !== 'session' && result.about?.request === undefined) return undefined;
    const { account, role, office: place, session } = caller ?? {};
    const who = { ...(account !== undefined && { account, role, session }), ...(place !== undefined && { place }) };
    const outcome = isRefusal(result) ? result.refused : 'done';
    const entry = { at: now().toISOString(), kind, route, ...who, ...pathOf(params) };
    const several = 'acts' in result ? result.acts : undefined;
    const acts = several ?? [{ ...shownIn(result), ...result.about, outcome }];
    try {
      await Promise.all(acts.map((act) => journal.write({ ...entry, id: newId(), ...act })));
      return undefined;
    } catch (error) {
      logFailure(randomUUID(), error);
      return refuse('journal/failed');
    }
  };

/** A request in the path. */
function pathOf(params: unknown): Pick<Entry, 'request'> {
  const { id } = (params ?? {}) as { readonly id?: unknown };
  return typeof id === 'string' ? { request: id } : {};
}

/** The requests of a list that is answered. */
function shownIn(result: Answered | Refusal): Pick<Entry, 'shown'> {
  if (isRefusal(result)) return {};
  const { work, queue, requests } = (result.body ?? {}) as Readonly<Record<string, unknown>>;
  const lines = [work, queue, requests].find(Array.isArray) as readonly { readonly id: string }[] | undefined;
  return lines ? { shown: lines.slice(0, SHOWN).map(({ id }) => id) } : {};
}

const notDue: NoteCall = () => Promise.resolve(undefined);

/** The journal of the stage. A function whose route is written down does not start without it. */
export function openNotes(route: Route, environment: Readonly<Record<string, string | undefined>>): NoteCall {
  const kind = lookOf(route);
  if (!kind) return notDue;
  const { JOURNAL_TABLE } = readEnvironment(environment, 'JOURNAL_TABLE');
  return noteBy(route, kind, { journal: openJournal(openTable(JOURNAL_TABLE)), now: () => new Date(), newId: ulid });
}
