import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lookOf } from '../../lib/domain/access/journal-rules.ts';
import { Role } from '../../lib/domain/access/roles.ts';
import { accessRules, mayCall, type Route } from '../../lib/domain/access/rules.ts';
import { rows } from './access/rows.ts';
import { makeThings, type Things } from './access/things.ts';
import { ask, problemOf, type Answer } from './http.ts';
import { RunningPlatform } from './running-platform.ts';
import { enter, type Draft } from './scene.ts';

const platform = new RunningPlatform();
let things: Things;
beforeAll(async () => {
  await platform.start();
  things = await makeThings(platform);
});
afterAll(() => platform.remove());

const routes = Object.keys(rows) as Route[];
const closed = routes.filter((route) => accessRules[route] !== 'public');
const none = '01JD5T1V7Z8Q4K2N6M3P9R0S5T';
const nobody: Draft = { id: none, attachment: none };

/** Calls the route about an object; parts of the path that it does not give belong to nobody. */
async function call(route: Route, token: string | undefined, thing = nobody, number = 'никакой'): Promise<Answer> {
  const [method = '', path = ''] = route.split(' ');
  const places: Record<string, string> = {
    offer: none,
    proposal: none,
    complaint: none,
    session: none,
    account: none,
    ...thing,
    number,
    service: 'unknown',
  };
  const filled = path.replace(/\{(\w+)\+?\}/g, (_, name: string) => encodeURIComponent(places[name] ?? ''));
  const { body, query } = rows[route];
  const asked = query ? `?${new URLSearchParams(query).toString()}` : '';
  return ask(method, `${platform.url}${filled}${asked}`, { token, body });
}

const said = (route: string, who: string, { status, body }: Answer) =>
  [`${route} by ${who}`, status, (body as { code?: string } | undefined)?.code] as const;

it('has a row for every route, and every route a row', () => {
  expect(Object.keys(rows).toSorted()).toEqual(Object.keys(accessRules).toSorted());
  for (const route of routes)
    expect([route, rows[route].about === 'nothing']).toEqual([
      route,
      !/\{(id|attachment|session|account)\}|statuses/.test(route),
    ]);
});

describe('without a session', () => {
  it.each(routes.filter((route) => accessRules[route] === 'public'))('%s may be called', async (route) => {
    const { status } = await call(route, undefined);
    expect([401, 403]).not.toContain(status);
  });

  it.each(closed)('%s may not be called', async (route) => {
    const answer = await call(route, undefined);
    expect(said(route, 'nobody', answer)).toEqual([`${route} by nobody`, 401, 'access/unauthenticated']);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  it('an invalid or changed token, or one of an ended session, opens nothing', async () => {
    const { token } = await enter(platform, platform.person('officer-gulnar'));
    const [head = '', , tail = ''] = token.split('.');
    const claims = Buffer.from(JSON.stringify({ role: 'administrator', exp: 9e9 })).toString('base64url');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    expect((await call('GET /account', token)).status).toBe(200);
    expect((await call('DELETE /sessions/current', token)).status).toBe(204);
    for (const each of ['x', token, `${token.slice(0, -2)}AA`, `${head}.${claims}.${tail}`, `${none}.${claims}.`])
      for (const route of closed)
        expect(said(route, each, await call(route, each))).toEqual(said(route, each, refused));
  });
});

describe.each(Role.options)('a caller who is %s', (role) => {
  it('is refused every route that is not for their role', async () => {
    const { token } = things.callers[role];
    for (const route of closed.filter((each) => !mayCall(each, role))) {
      const answer = await call(route, token);
      expect(said(route, role, answer)).toEqual([`${route} by ${role}`, 403, 'access/denied']);
    }
  });

  it('may call every route of their role for their own requests, and gets "not found" for others', async () => {
    for (const route of closed.filter((each) => mayCall(each, role) && each !== 'DELETE /sessions/current')) {
      const { about } = rows[route];
      const { token } = things.caller(role, about);
      const may = await call(
        route,
        token,
        !['nothing', 'number'].includes(about) ? await things.find(role, about as 'draft', 'own') : nobody,
        things.number,
      );
      // Nobody here is offered a post.
      const isRefused = [401, 403, 404].includes(may.status) && route !== 'PUT /account/post';
      expect([...said(route, role, may), isRefused]).toEqual([...said(route, role, may), false]);
      if (about === 'nothing' || about === 'number') continue;
      for (const thing of [await things.find(role, about, 'other'), nobody]) {
        const answer = await call(route, token, thing);
        expect(said(route, role, answer)).toEqual([
          `${route} by ${role}`,
          404,
          expect.stringMatching(/^(request|work|session|staff)\/unknown$/),
        ]);
      }
    }
  });

  it('may sign out, which ends the session', async () => {
    const { token } = things.callers[role];
    expect((await call('DELETE /sessions/current', token)).status).toBe(204);
    expect(problemOf(await call('GET /account', token)).code).toBe('access/unauthenticated');
  });
});

it.each(['officer-serik', 'head-bakyt', 'administrator-madina'])(
  '%s, signed in as a citizen, is refused every route that is not for citizens',
  async (slug) => {
    const { token } = await enter(platform, platform.person(slug), 'applicant');
    for (const route of closed.filter((each) => !mayCall(each, 'applicant')))
      expect(said(route, slug, await call(route, token))).toEqual([`${route} by ${slug}`, 403, 'access/denied']);
  },
);

it('every call of an employee, done or refused, is in the journal before its answer has left', async () => {
  const { token } = await enter(platform, platform.person('auditor-askhat'));
  for (const role of Role.options.filter((each) => each !== 'applicant')) {
    const found = new Set<string>();
    for (const account of things.accounts[role])
      for (let from: string | undefined = ''; from !== undefined;) {
        const query = new URLSearchParams({ account, limit: '100', ...(from !== '' && { from }) });
        const { body } = await ask('GET', `${platform.url}/journal?${query.toString()}`, { token });
        const page = body as { entries: readonly { route: string; role: string }[]; next?: string };
        for (const entry of page.entries) if (entry.role === role) found.add(entry.route);
        from = page.next;
      }
    const due = closed.filter((route) => mayCall(route, role) && lookOf(route));
    expect([role, due.filter((route) => !found.has(route))]).toEqual([role, []]);
  }
});

const refused: Answer = { status: 401, headers: new Headers(), text: '', body: { code: 'access/unauthenticated' } };
