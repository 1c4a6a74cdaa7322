import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { addPerson } from '../../lib/local/demo/add-person.ts';
import type { DemoPerson } from '../../lib/local/demo/people-file.ts';
import { openKeyFile } from '../../lib/signing/pkcs12/open-key-file.ts';
import { signDetached } from '../../lib/signing/sign-detached.ts';
import { signComplaint, told } from './complaint-scene.ts';
import { ask, problemOf } from './http.ts';
import { offer, register, service as queueService, signAnswer, sweepAt } from './queue-scene.ts';
import { RunningPlatform } from './running-platform.ts';
import { actor, certificate, doWork, draftOf, enter, submit, workOf, type Actor } from './scene.ts';
import { signWithdrawal } from './withdrawal-scene.ts';

// What an employee files for a visitor belongs to the visitor, too, once an EDS has proved who that is; and to nobody else.
const platform = new RunningPlatform();
beforeAll(() => platform.start(0, '--unthrottled'));
afterAll(() => platform.remove());

const OFFICE = 'south-kazakhstan-employment-shymkent';
const as = (token: string, method: string, path: string, body?: unknown) =>
  ask(method, `${platform.url}${path}`, { token, body });

interface Line {
  readonly id: string;
  readonly channel: string;
  readonly state: string;
  readonly number?: string;
}
const listOf = async (token: string, query = '') =>
  ((await as(token, 'GET', `/requests${query}`)).body as { requests: readonly Line[] }).requests;
const idsOf = async (token: string, query = '') => (await listOf(token, query)).map(({ id }) => id);

/** Signs in with the key for it, as the citizen. */
async function enterByEds({ authKeyFile, keyPassword }: DemoPerson): Promise<string> {
  const { body } = await ask('POST', `${platform.url}/sessions/challenges`, { body: {} });
  const { challenge, content } = body as { challenge: string; content: string };
  const { signers } = await openKeyFile(readFileSync(join(platform.demoDir, authKeyFile)), keyPassword);
  const cms = await signDetached(Buffer.from(content, 'base64'), signers[0], new Date());
  const sent = { challenge, cms: Buffer.from(cms).toString('base64'), as: 'applicant' };
  const answer = await ask('POST', `${platform.url}/sessions/eds`, { body: sent });
  expect(answer.status).toBe(201);
  return (answer.body as { accessToken: string }).accessToken;
}

/** The same person with the token of another session. */
const holding = (person: Actor, token: string): Actor => ({
  ...person,
  token,
  client: {
    get: async (path) => (await as(token, 'GET', path)).body as never,
    send: async (method, path, body) => (await as(token, method, path, body)).body as never,
  },
});

/** The operator files for a person; the officer has work of it. */
async function fileFor({ iin, name }: Pick<DemoPerson, 'iin' | 'name'>): Promise<{ id: string; attachment: string }> {
  const [operator, officer] = [await actor(platform, 'operator-dinara'), await actor(platform, 'officer-serik')];
  const draft = await draftOf(operator, {
    ...{ ...certificate(OFFICE), channel: 'con' },
    visitor: { iin, fullName: name },
  });
  await submit(operator, draft);
  await workOf(officer, draft.id);
  return draft;
}

/** Tries every route that could show or change the request, and expects none of them to know it. */
async function expectUnknown(token: string, { id, attachment }: { readonly id: string; readonly attachment: string }) {
  const cms = 'MAA=';
  const tries: readonly (readonly [string, string, object?])[] = [
    ['GET', ''],
    ['GET', '/access'],
    ['GET', '/diagram.svg'],
    ['GET', `/attachments/${attachment}`],
    ['GET', '/signable'],
    ['GET', '/signature-report'],
    ['GET', '/output'],
    ['GET', '/receipt'],
    ['GET', '/delivery'],
    ['GET', '/queue'],
    ['GET', '/withdrawal/signable'],
    ['PUT', '/form', { form: {}, formVersion: 1 }],
    ['DELETE', ''],
    ['POST', '/attachments', { name: 'a.pdf', type: 'application/pdf', size: 10, sha256: 'a'.repeat(64) }],
    ['DELETE', `/attachments/${attachment}`],
    ['POST', '/submission', { cms }],
    ['POST', '/withdrawal', { cms }],
    ['POST', '/complaint/signable', told],
    ['POST', '/complaints', { ...told, cms }],
    ['PUT', '/questionnaire', { quality: 1, accessibility: 1 }],
  ];
  for (const [method, path, body] of tries) {
    const answer = await as(token, method, `/requests/${id}${path}`, body);
    expect([method, path, answer.status]).toEqual([method, path, 404]);
    expect(answer.text).not.toContain(id);
  }
  for (const query of ['', '?counts=true', '?state=draft,submitted,received,in-progress,decided,issued'])
    expect((await as(token, 'GET', `/requests${query}`)).text).not.toContain(id);
  expect((await as(token, 'GET', '/notices')).text).not.toContain(id);
}

it('a person with a proved account finds it in the cabinet, with its notices and its document', async () => {
  const person = await addPerson({ role: 'applicant' }, platform.demoDir, platform.url);
  const token = await enterByEds(person);
  const { id, attachment } = await fileFor(person);
  await sweepAt(platform, new Date());
  const [line] = await listOf(token);
  expect(line).toMatchObject({ id, channel: 'con' });
  expect(await idsOf(token, `?number=${line!.number!.toLowerCase()}`)).toEqual([id]);
  expect(await idsOf(token, `?service=${certificate(OFFICE).service}`)).toEqual([id]);
  expect(await idsOf(token, `?service=${queueService}`)).toEqual([]);

  // The answers on the form are the employee's own to change, and so was the draft.
  const change: readonly (readonly [string, string, object?])[] = [
    ['PUT', '/form', { form: {}, formVersion: 1 }],
    ['DELETE', ''],
    ['DELETE', `/attachments/${attachment}`],
    ['POST', '/submission', { cms: 'MAA=' }],
  ];
  for (const [method, path, body] of change)
    expect([path, (await as(token, method, `/requests/${id}${path}`, body)).status]).not.toEqual([path, 200]);

  const [operator, officer] = [await actor(platform, 'operator-dinara'), await actor(platform, 'officer-serik')];
  for (const task of ['accept', 'decide', 'sign']) {
    while ((await workOf(officer, id)).task !== task) await wait(20);
    await doWork(officer, id);
  }
  while ((await workOf(operator, id)).task !== 'hand-over') await wait(20);
  await doWork(operator, id);
  for (let state = ''; state !== 'issued';) [{ state = '' } = {}] = await listOf(token);
  const { body: notices } = await as(token, 'GET', '/notices');
  expect(JSON.stringify(notices)).toContain(id);
  for (const path of ['', '/signature-report', '/output', '/receipt', '/access', `/attachments/${attachment}`])
    expect([path, (await as(token, 'GET', `/requests/${id}${path}`)).status]).toEqual([path, 200]);

  const stranger = await addPerson({ role: 'applicant' }, platform.demoDir, platform.url);
  await expectUnknown((await enter(platform, stranger)).token, { id, attachment });
  await expectUnknown(await enterByEds(stranger), { id, attachment });
});

it('a person who has no proved account finds it after the first sign-in by EDS, and nobody with the password before', async () => {
  const person = await addPerson({ role: 'applicant' }, platform.demoDir, platform.url);
  // Anybody may have registered the IIN, and knows the password.
  const unproved = await enter(platform, person);
  const filed = await fileFor(person);
  await sweepAt(platform, new Date());
  expect(await idsOf(unproved.token)).toEqual([]);
  await expectUnknown(unproved.token, filed);
  const token = await enterByEds(person);
  expect(await idsOf(token)).toEqual([filed.id]);
  expect(problemOf(await as(unproved.token, 'GET', '/requests')).code).toBe('access/unauthenticated');
  const { body } = await as(token, 'GET', `/requests/${filed.id}`);
  expect((body as { history: { code: string }[] }).history.map(({ code }) => code)).toContain('shown-in-cabinet');
  expect(await idsOf(await enterByEds(person))).toEqual([filed.id]);
});

it('a draft that is still at the counter is shown to nobody but its author', async () => {
  const person = await addPerson({ role: 'applicant' }, platform.demoDir, platform.url);
  const operator = await actor(platform, 'operator-dinara');
  const visitor = { iin: person.iin, fullName: person.name };
  const draft = await draftOf(operator, { ...certificate(OFFICE), channel: 'con', visitor });
  const token = await enterByEds(person);
  expect(await idsOf(token)).toEqual([]);
  await expectUnknown(token, draft);
  expect((await operator.client.get<Line>(`/requests/${draft.id}`)).state).toBe('draft');
});

it('the person answers an offer, complains and leaves the queue by their own signed word; another person cannot', async () => {
  const person = await addPerson({ role: 'applicant' }, platform.demoDir, platform.url);
  const entered = await enter(platform, person);
  const me = holding(entered, await enterByEds(person));
  const queued = await register(platform, 'con', { iin: person.iin, fullName: person.name });
  const { id } = queued;
  await sweepAt(platform, new Date());
  expect(await idsOf(me.token)).toEqual([id]);

  const stranger = await addPerson({ role: 'applicant' }, platform.demoDir, platform.url);
  const other = holding(await enter(platform, stranger), await enterByEds(stranger));
  const offered = await offer(queued, 'Детский сад № 3 (демо)');
  const cms = await signAnswer(me, id, offered.id, 'declined');
  const path = `/requests/${id}/offers/${offered.id}`;
  expect((await as(other.token, 'GET', `${path}/signable?answer=declined`)).status).toBe(404);
  expect((await as(other.token, 'POST', `${path}/answer`, { answer: 'declined', cms })).status).toBe(404);
  await expectUnknown(other.token, { id, attachment: offered.id });
  expect((await as(me.token, 'POST', `${path}/answer`, { answer: 'declined', cms })).status).toBe(200);

  const complaint = { ...told, cms: await signComplaint(me, id, told) };
  expect((await as(other.token, 'POST', `/requests/${id}/complaints`, complaint)).status).toBe(404);
  expect((await as(me.token, 'POST', `/requests/${id}/complaints`, complaint)).status).toBe(201);

  const word = { cms: await signWithdrawal(me, id) };
  expect((await as(other.token, 'POST', `/requests/${id}/withdrawal`, word)).status).toBe(404);
  const left = await as(me.token, 'POST', `/requests/${id}/withdrawal`, word);
  expect([left.status, (left.body as Line).state]).toEqual([200, 'left']);
});
