import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lookOf } from '../../lib/domain/access/journal-rules.ts';
import { Role } from '../../lib/domain/access/roles.ts';
import { accessRules, mayCall, type Route } from '../../lib/domain/access/rules.ts';
import { addPerson } from '../../lib/local/demo/add-person.ts';
import { approval, tellStory } from '../../lib/local/story/story.ts';
import { openKeyFile } from '../../lib/signing/pkcs12/open-key-file.ts';
import { signDetached } from '../../lib/signing/sign-detached.ts';
import { rows } from './access/rows.ts';
import { ask, problemOf } from './http.ts';
import { operate } from './operator.ts';
import { RunningPlatform } from './running-platform.ts';
import { certificate, enter, type Actor } from './scene.ts';

/** The platform with a deployment's rule: an employee's session touches requests only if it began by EDS. */
const platform = new RunningPlatform();
const OFFICE = 'south-kazakhstan-employment-shymkent';
const ULID = '01JD5T1V7Z8Q4K2N6M3P9R0S5T';
beforeAll(() => platform.start(0, '--staff-eds'));
afterAll(() => platform.remove());

const employees = Role.options.filter((role) => role !== 'applicant');
/** Everything about requests, people and the journal; the other routes are about the caller's own account. */
const touching = (Object.keys(rows) as Route[]).filter((route) => {
  const kind = accessRules[route] === 'public' ? undefined : lookOf(route);
  return kind !== undefined && kind !== 'session';
});

/** The rows have bodies that are refused later than access; here the session is looked at after the body. */
const bodies: Partial<Record<Route, { body: object }>> = {
  'POST /requests': { body: { ...certificate(OFFICE), channel: 'con' } },
};

const call = (route: Route, token: string) => {
  const [method = '', path = ''] = route.split(' ');
  const { query, body } = { ...rows[route], ...bodies[route] };
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => (name === 'number' ? 'SK-UC-2026-000001' : ULID));
  return ask(method, `${platform.url}${filled}${query ? `?${new URLSearchParams(query).toString()}` : ''}`, {
    token,
    body,
  });
};
const personOf = async (role: Role) =>
  role === 'commission-member'
    ? addPerson({ role, office: 'akmola-employment-akkol' }, platform.demoDir, platform.url)
    : platform.people.find((each) => each.role === role)!;

interface Session {
  readonly accessToken: string;
  readonly refreshToken: string;
}
async function enterByEds(slug: string): Promise<Session> {
  const { authKeyFile, keyPassword } = platform.person(slug);
  const { signers } = await openKeyFile(readFileSync(join(platform.demoDir, authKeyFile)), keyPassword);
  const asked = await ask('POST', `${platform.url}/sessions/challenges`, { body: {} });
  const { challenge, content } = asked.body as { challenge: string; content: string };
  const cms = Buffer.from(await signDetached(Buffer.from(content, 'base64'), signers[0], new Date()));
  const body = { challenge, cms: cms.toString('base64') };
  return (await ask('POST', `${platform.url}/sessions/eds`, { body })).body as Session;
}
const refresh = async ({ refreshToken }: Session) =>
  (await ask('POST', `${platform.url}/sessions/refresh`, { body: { refreshToken } })).body as Session;

describe.each(employees)('a session of the role %s that began by password', (role) => {
  it('is refused whatever is not the own account, with the code that says how to enter', async () => {
    const { token } = await enter(platform, await personOf(role));
    const routes = touching.filter((route) => mayCall(route, role));
    expect(routes.length).toBeGreaterThan(1);
    for (const route of routes) {
      const answer = await call(route, token);
      expect([route, answer.status, problemOf(answer).code]).toEqual([route, 403, 'session/eds-needed']);
    }
  });

  it('shows and ends itself', async () => {
    const { token } = await enter(
      platform,
      platform.people.find((each) => each.role === role)!,
    );
    expect((await ask('GET', `${platform.url}/account`, { token })).status).toBe(200);
    expect((await ask('GET', `${platform.url}/account/sessions`, { token })).status).toBe(200);
    expect((await ask('DELETE', `${platform.url}/sessions/current`, { token })).status).toBe(204);
    expect((await ask('GET', `${platform.url}/account`, { token })).status).toBe(401);
  });
});

it('the session that began by EDS is served, and stays so when it is renewed; the other one stays refused', async () => {
  const raised = await enterByEds('officer-gulnar');
  const { token } = await enter(platform, platform.person('officer-gulnar'));
  expect((await call('GET /work', raised.accessToken)).status).toBe(200);
  expect((await call('GET /work', (await refresh(raised)).accessToken)).status).toBe(200);
  expect(problemOf(await call('GET /work', token)).code).toBe('session/eds-needed');
  const { iin, password } = platform.person('officer-gulnar');
  const weak = (await ask('POST', `${platform.url}/sessions`, { body: { iin, password } })).body as Session;
  expect(problemOf(await call('GET /work', (await refresh(weak)).accessToken)).code).toBe('session/eds-needed');
});

it('an application goes to its end: the citizen enters by password, the officer by EDS', async () => {
  const { url, demoDir } = platform;
  const told = await tellStory({
    ...{ url, demoDir, name: 'staff-by-eds', key: 'rsa', decision: approval, tell: () => undefined },
  });
  expect(told.state).toBe('issued');
  const officer = platform.people.find(({ role, office }) => role === 'mio-officer' && office === OFFICE)!;
  const { token } = await enter(platform, officer, 'applicant');
  // As a citizen the employee is one: the password opens their own cabinet.
  expect((await ask('GET', `${url}/requests`, { token })).status).toBe(200);
});

it('who tried by password is in the journal, with what was refused', async () => {
  const intruder: Actor = await enter(platform, platform.person('officer-gulnar'));
  await call('GET /work', intruder.token);
  const operator = await operate(platform);
  const { id: account } = await intruder.client.get<{ id: string }>('/account');
  const entries = (await operator.items('journal')).map((item) => item['entry'] as Record<string, string>);
  operator.close();
  const mine = entries
    .filter((entry) => entry['account'] === account)
    .toSorted((a, b) => (a['at']! < b['at']! ? -1 : 1));
  expect(mine.slice(-2)).toMatchObject([
    { route: 'POST /sessions', outcome: 'done' },
    { route: 'GET /work', outcome: 'session/eds-needed' },
  ]);
});
