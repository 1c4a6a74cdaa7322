import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { lookOf } from '../../lib/domain/access/journal-rules.ts';
import type { Route } from '../../lib/domain/access/rules.ts';
import { demoIin } from '../../lib/local/demo/demo-number.ts';
import { ask, type Answer } from './http.ts';
import { operate, type Operator } from './operator.ts';
import { RunningPlatform } from './running-platform.ts';
import { actor, certificate, draftOf, submit, workOf, type Draft } from './scene.ts';

// An employee's day as an auditor finds it in the access journal, who knows nothing else; then somebody with the keys of the
// table changes what it says.
const platform = new RunningPlatform();
const OFFICE = 'south-kazakhstan-employment-shymkent';

/** What the insider did, in order: what the journal must say. */
const did: { route: string; outcome: string; request?: string }[] = [];
let insider: { token: string; account: string };
let operator: Operator;
let request: Draft;
let other: Draft;
let visitor: Draft;

/** A call of the insider, noted beside the platform. */
async function act(route: Route, about: Partial<Draft> & { number?: string } = {}, body?: object): Promise<Answer> {
  const [method = '', path = ''] = route.split(' ');
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => String((about as Record<string, string>)[name]));
  const answer = await ask(method, `${platform.url}${filled}`, { token: insider.token, body });
  const { code: outcome = 'done' } = (answer.status >= 400 ? answer.body : {}) as { code?: string };
  if (lookOf(route)) did.push({ route, outcome, ...(about.id !== undefined && { request: about.id }) });
  return answer;
}

interface Line {
  readonly at: string;
  readonly route: string;
  readonly outcome: string;
  readonly kind: string;
  readonly name?: string;
  readonly place?: string;
  readonly request?: string;
  readonly shown?: readonly string[];
}

/** Everything that the journal has of somebody, in order, page by page. */
async function journal(query: Record<string, string>): Promise<Line[]> {
  const { token } = await actor(platform, 'auditor-askhat');
  const found: Line[] = [];
  for (let from: string | undefined = ''; from !== undefined;) {
    const asked = new URLSearchParams({ ...query, limit: '10', ...(from !== '' && { from }) });
    const { body } = await ask('GET', `${platform.url}/journal?${asked.toString()}`, { token });
    const { entries, next } = body as { entries: Line[]; next?: string };
    found.push(...entries);
    from = next;
  }
  return found.toReversed();
}
const check = async () => {
  const { token } = await actor(platform, 'auditor-askhat');
  return (await ask('GET', `${platform.url}/journal/check`, { token })).body as {
    readonly entries: number;
    readonly faults: readonly { code: string; at: string }[];
    readonly last: { readonly sha256: string };
  };
};
const verify = (...more: readonly string[]) => {
  const { tables, buckets } = operator;
  return operator.command('journal', 'verify', '--table', tables.journal, '--bucket', buckets.documents, ...more);
};

beforeAll(async () => {
  await platform.start();
  const citizen = await actor(platform, 'applicant-azamat');
  const officer = await actor(platform, 'officer-gulnar');
  const { id: account } = await officer.client.get<{ id: string }>('/account');
  insider = { token: officer.token, account };
  did.push({ route: 'POST /sessions', outcome: 'done' });
  request = await draftOf(citizen, certificate(OFFICE));
  await submit(citizen, request);
  await workOf(await actor(platform, 'officer-serik'), request.id);
  other = await draftOf(citizen, certificate(OFFICE));
});
afterAll(async () => {
  operator?.close();
  await platform.remove();
});

it('a day: the insider looks around, takes what is not theirs, and files for an invented visitor', async () => {
  await act('GET /work');
  await act('GET /requests/{id}', request);
  await act('GET /requests/{id}/attachments/{attachment}', request);
  await act('GET /requests/{id}/signature-report', request);
  // A stranger's draft, and a number that is only guessed.
  expect((await act('GET /requests/{id}', other)).status).toBe(404);
  expect((await act('GET /statuses/{number}', { number: 'SK-UC-2026-999999' })).status).toBe(404);
  await act('PUT /work/{id}/claim', request);
  await act('GET /work/{id}', request);
  await act('DELETE /work/{id}/claim', request);
  const officer = await actor(platform, 'officer-gulnar');
  const invented = { iin: demoIin('1980-01-01', 'female', 41), fullName: 'Демо Ойдан' };
  visitor = await draftOf(officer, { ...certificate(OFFICE), channel: 'mio', visitor: invented });
  did.push({ route: 'POST /requests', outcome: 'done', request: visitor.id });
  did.push({ route: 'POST /requests/{id}/attachments', outcome: 'done', request: visitor.id });
  await submit(officer, visitor);
  did.push({ route: 'GET /requests/{id}/signable', outcome: 'done', request: visitor.id });
  did.push({ route: 'POST /requests/{id}/submission', outcome: 'done', request: visitor.id });
  await act('GET /requests');
  // In the evening somebody tries another password, and the insider leaves.
  const { iin } = platform.person('officer-gulnar');
  await ask('POST', `${platform.url}/sessions`, { body: { iin, password: 'қате-құпия-сөз' } });
  did.push({ route: 'POST /sessions', outcome: 'session/refused' });
  expect((await act('DELETE /sessions/current')).status).toBe(204);
});

it('the journal alone tells all of it: each call in its order, who, from where, about what, and what came of it', async () => {
  const told = await journal({ account: insider.account });
  expect(
    told.map(({ route, outcome, request: of }) => ({ route, outcome, ...(of !== undefined && { request: of }) })),
  ).toEqual(did);
  const { name } = platform.person('officer-gulnar');
  // Whose password was tried is known, not who tried.
  for (const line of told.filter(({ outcome }) => outcome !== 'session/refused'))
    expect(line).toMatchObject({ name, place: OFFICE, role: 'mio-officer' });
  const times = told.map(({ at }) => at);
  expect(times).toEqual(times.toSorted());
  // What a list showed is there, too.
  expect(told.find(({ route }) => route === 'GET /work')?.shown).toContain(request.id);
  expect(told.find(({ route }) => route === 'GET /requests')?.shown).toContain(visitor.id);
});

it('from the other side the same: by the request, by the place; the citizen sees who looked, without a name', async () => {
  const mine = did.filter((each) => each.request === request.id).map(({ route }) => route);
  const all = await journal({ request: request.id });
  const byRequest = all.filter(({ name }) => name?.includes('Гүлнар'));
  expect(byRequest.map(({ route }) => route)).toEqual(mine);
  expect((await journal({ place: OFFICE })).length).toBeGreaterThanOrEqual(did.length);
  const citizen = await actor(platform, 'applicant-azamat');
  const { looks } = await citizen.client.get<{ looks: { at: string; kind: string; role: string }[] }>(
    `/requests/${request.id}/access?limit=100`,
  );
  expect(looks.map(({ at, kind }) => [at, kind]).toReversed()).toEqual(all.map(({ at, kind }) => [at, kind]));
  expect(JSON.stringify(looks)).not.toContain('Гүлнар');
});

it('sealed, the journal agrees with its seals, here and from outside', async () => {
  await platform.kill('SIGINT');
  await platform.start(0, '--later', '1');
  operator = await operate(platform, 1);
  await operator.run('seal-journal');
  const checked = await check();
  expect(checked.faults).toEqual([]);
  expect(checked.entries).toBeGreaterThanOrEqual(did.length);
  expect(await verify('--expect', checked.last.sha256)).toMatchObject({ code: 0, complaint: '' });
});

it.each([
  ['changed', 'an entry that says something else', { outcome: 'access/denied' }],
  ['changed', 'an entry of somebody else', { account: 'somebody-else' }],
  ['missing', 'an entry that is gone', undefined],
] as const)('finds as %s %s', async (code, _, change) => {
  const items = (await operator.items('journal')).toSorted((a, b) => (a.sk < b.sk ? -1 : 1));
  const item = items.find(
    ({ entry }) => (entry as Line & { account: string }).route === 'GET /requests/{id}/attachments/{attachment}',
  )!;
  if (change) await operator.put('journal', { ...item, entry: { ...(item['entry'] as object), ...change } });
  else await operator.remove('journal', item);
  expect((await check()).faults).toMatchObject([{ code, at: item.sk }]);
  const said = await verify();
  expect(said).toMatchObject({ code: 1, out: expect.stringContaining(`${code}\t${item.sk}\n`) });
  expect(said.complaint).toBe('journal: the journal does not agree with its seals\n');
  await operator.put('journal', item);
  expect((await check()).faults).toEqual([]);
});

it('finds an entry that was written later into a time that had been sealed', async () => {
  const [item] = (await operator.items('journal')).toSorted((a, b) => (a.sk < b.sk ? -1 : 1));
  const entry = { ...(item!['entry'] as Line), id: '01JD5T1V7Z8Q4K2N6M3P9R0S5T' };
  const late = { ...item!, sk: `${entry.at}#${entry.id}`, entry };
  await operator.put('journal', late);
  expect((await check()).faults).toMatchObject([{ code: 'late', at: late.sk }]);
  expect((await verify()).out).toContain(`late\t${late.sk}\n`);
  await operator.remove('journal', late);
  expect(await verify()).toMatchObject({ code: 0 });
});
