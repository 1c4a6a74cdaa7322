import { describe, expect, it } from '@jest/globals';
import { lookOf } from '../../../../lib/domain/access/journal-rules.ts';
import { noteBy, openNotes, type NoteCall } from '../../../../lib/adapters/http/note-call.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { accessRules, type Route } from '../../../../lib/domain/access/rules.ts';
import { SHOWN, type Entry } from '../../../../lib/domain/journal/entry.ts';
import { refuse } from '../../../../lib/domain/problem/problem.ts';
import { citizen, officer } from '../../../functions/cast.ts';
import { after } from '../identity/people.ts';

const routes = Object.keys(accessRules) as Route[];
const id = '01KAH7M0000000000000000001';

/** What is written of a call of the route. */
async function noted(route: Route, ...call: Parameters<NoteCall>): Promise<Entry[]> {
  const entries: Entry[] = [];
  const write = async (entry: Entry) => void entries.push(entry);
  const kind = lookOf(route);
  if (!kind) throw new Error(`${route} is not written down`);
  await noteBy(route, kind, { journal: { write }, now: () => after(0), newId: () => id })(...call);
  return entries;
}

const called = ({ account, role, session, office: place }: Caller) => ({ account, role, session, place });

describe('the access journal', () => {
  const noticed = routes.filter((route) => lookOf(route));

  it('has an entry for every call of an employee that is not about their own account alone', () => {
    const silent = routes.filter((route) => accessRules[route] !== 'public' && !lookOf(route));
    expect(silent).toEqual([
      'GET /account/sessions',
      'GET /account',
      'PUT /account',
      'POST /account/email',
      'PUT /account/password',
      'GET /account/post',
      'GET /requests/{id}/access',
      'GET /notices',
      'PUT /notices/read',
      // Numbers alone: no person and no request is shown.
      'GET /work-counts',
      'GET /statistics',
    ]);
  });

  it.each(noticed)('%s is written down before it is answered, and refused if it cannot be', async (route) => {
    const [entry, ...others] = await noted(route, { body: {} }, officer, { id });
    const kind = lookOf(route)!;
    expect(others).toEqual([]);
    expect(entry).toEqual({
      ...{ at: after(0).toISOString(), id, kind, route, outcome: 'done', request: id },
      ...called(officer),
    });
    const broken = { write: () => Promise.reject(new Error('no table')) };
    const note = noteBy(route, kind, { journal: broken, now: () => after(0), newId: () => id });
    expect(await note({ body: {} }, officer, { id })).toEqual({ refused: 'journal/failed' });
  });

  it('says what was refused, too, and whom or what it was about where the path does not', async () => {
    const refused = { ...refuse('session/refused'), about: { account: 'a' } };
    expect(await noted('POST /sessions', refused, undefined, undefined)).toMatchObject([
      { kind: 'session', account: 'a', outcome: 'session/refused' },
    ]);
    expect(await noted('GET /requests/{id}', refuse('request/unknown'), officer, { id })).toMatchObject([
      { request: id, outcome: 'request/unknown', account: officer.account },
    ]);
    expect(await noted('GET /statuses/{number}', { about: { request: id } }, officer, { number: 'N' })).toMatchObject([
      { kind: 'search', request: id },
    ]);
  });

  it('names the requests of a list, as many as a page may have', async () => {
    const work = Array.from({ length: SHOWN + 1 }, (_, n) => ({ id: `${n}`, applicant: { fullName: 'X' } }));
    const [entry] = await noted('GET /work', { body: { work } }, officer, undefined);
    expect(entry?.shown).toHaveLength(SHOWN);
    expect(JSON.stringify(entry)).not.toContain('fullName');
  });

  it('has nothing of citizens but when they sign in and out', async () => {
    expect(await noted('GET /requests/{id}', { body: {} }, citizen, { id })).toEqual([]);
    expect(await noted('DELETE /sessions/current', {}, citizen, undefined)).toHaveLength(1);
  });

  it('is asked for when a function loads: without it, it does not start', () => {
    expect(() => openNotes('GET /requests/{id}', {})).toThrow('JOURNAL_TABLE');
    expect(() => openNotes('GET /account', {})).not.toThrow();
  });

  it('of a call with several acts has an entry for each, with its own outcome', async () => {
    const acts = [
      { request: 'one', subject: 'gulnar', outcome: 'done' },
      { request: 'two', subject: 'gulnar', outcome: 'work/claimed' },
    ];
    const entries = await noted('POST /people/{account}/work', { body: { work: [{ id: 'one' }] }, acts }, officer, {});
    expect(entries).toMatchObject(acts.map((act) => ({ ...act, ...called(officer), kind: 'act' })));
    expect(entries[0]).not.toHaveProperty('shown');
  });
});
