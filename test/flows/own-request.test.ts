import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Role } from '../../lib/domain/access/roles.ts';
import { openKeyFile } from '../../lib/signing/pkcs12/open-key-file.ts';
import { signDetached } from '../../lib/signing/sign-detached.ts';
import { addPerson } from '../../lib/local/demo/add-person.ts';
import type { DemoPerson } from '../../lib/local/demo/people-file.ts';
import { ask, problemOf } from './http.ts';
import { withPrivateKeys } from './private-key.ts';
import { RunningPlatform } from './running-platform.ts';
import { actor, certificate, doWork, draftOf, enter, letSign, submit, workOf } from './scene.ts';

const platform = new RunningPlatform();
beforeAll(() => platform.start());
afterAll(() => platform.remove());

const as = (token: string, method: string, path: string, body?: unknown) =>
  ask(method, `${platform.url}${path}`, { token, body });
const idsOf = async (token: string) =>
  ((await as(token, 'GET', '/requests')).body as { requests: { id: string }[] }).requests.map(({ id }) => id);

/** With the key for signing in, as the citizen. */
async function enterByEds({ authKeyFile, keyPassword }: DemoPerson) {
  const { body } = await ask('POST', `${platform.url}/sessions/challenges`, { body: {} });
  const { challenge, content } = body as { challenge: string; content: string };
  const { signers } = await openKeyFile(readFileSync(join(platform.demoDir, authKeyFile)), keyPassword);
  const cms = await signDetached(Buffer.from(content, 'base64'), signers[0], new Date());
  return ask('POST', `${platform.url}/sessions/eds`, {
    body: { challenge, cms: Buffer.from(cms).toString('base64'), as: 'applicant' },
  });
}

it('an officer applies as a citizen: a colleague decides, and the officer cannot touch the request', async () => {
  const person = platform.person('officer-serik');
  const [officer, colleague, head] = await Promise.all(
    ['officer-serik', 'officer-gulnar', 'head-bakyt'].map((slug) => actor(platform, slug)),
  );
  await letSign(head!, colleague!);
  const citizen = await enter(platform, await withPrivateKeys(person, platform.demoDir), 'applicant');
  const draft = await draftOf(citizen, certificate(person.office ?? ''));
  for (const [method, path] of [['GET', ''] as const, ['GET', '/signable'] as const, ['DELETE', ''] as const])
    expect((await as(officer!.token, method, `/requests/${draft.id}${path}`)).status).toBe(404);
  expect([await idsOf(citizen.token), await idsOf(officer!.token)]).toEqual([[draft.id], []]);
  await submit(citizen, draft);
  await workOf(colleague!, draft.id);

  const refused = async (method: string, path: string, body?: unknown) => {
    const answer = await as(officer!.token, method, `/work/${draft.id}${path}`, body);
    expect([path, answer.status, problemOf(answer).code]).toEqual([path, 403, 'work/own-request']);
    expect((await as(citizen.token, method, `/work/${draft.id}${path}`, body)).status).toBe(403);
  };
  const decision = { outcome: 'refused', ground: 'Демо', text: 'Отказ в собственном деле' };
  for (const task of ['accept', 'decide', 'sign']) {
    await refused('PUT', '/claim');
    await refused('DELETE', '/claim');
    await refused('POST', '/acceptance');
    await refused('POST', '/decision', decision);
    await refused('POST', '/completion', {});
    await refused('POST', '/extension', { ground: 'many-records' });
    if (task === 'sign') await refused('POST', '/signature', { cms: 'MAA=' });
    while ((await workOf(colleague!, draft.id)).task !== task);
    expect(await doWork(colleague!, draft.id)).toBe(task);
  }
  for (let state = ''; state !== 'issued';)
    ({ state } = await citizen.client.get<{ state: string }>(`/requests/${draft.id}`));
  expect((await as(citizen.token, 'GET', '/notices')).text).toContain(draft.id);

  // At the counter, colleagues file for this person; they do not file for themselves.
  const { service, office } = certificate(person.office ?? '');
  const applicant = { iin: person.iin, fullName: person.name, language: 'ru' };
  const atCounter = { service, office, channel: 'mio', applicant };
  expect(problemOf(await as(officer!.token, 'POST', '/requests', atCounter)).code).toBe('work/own-request');
  expect((await as(head!.token, 'POST', '/requests', atCounter)).status).toBe(201);
});

it("every employee may sign in as a citizen, by password and by EDS, and then has exactly a citizen's rights", async () => {
  for (const role of Role.options) {
    const person = platform.people.find((one) => one.role === role && !one.revoked);
    if (!person) continue;
    const { iin, password } = person;
    const byPassword = await ask('POST', `${platform.url}/sessions`, { body: { iin, password, as: 'applicant' } });
    for (const { status, body } of [byPassword, await enterByEds(person)]) {
      expect([status, body]).toMatchObject([201, { role: 'applicant' }]);
      const { accessToken, refreshToken } = body as { accessToken: string; refreshToken: string };
      const next = await ask('POST', `${platform.url}/sessions/refresh`, { body: { refreshToken } });
      expect(next.body).toMatchObject({ role: 'applicant' });
      for (const path of ['/requests', '/notices', '/account'])
        expect([role, path, (await as(accessToken, 'GET', path)).status]).toEqual([role, path, 200]);
      for (const path of ['/work', '/queue', '/statuses/1'])
        expect([role, path, (await as(accessToken, 'GET', path)).status]).toEqual([role, path, 403]);
      expect((await as(accessToken, 'POST', '/staff', {})).status).toBe(403);
    }
  }
});

it('a citizen who is offered a post stays one until they sign for it with the key of the office', async () => {
  const madina = await actor(platform, 'administrator-madina');
  const office = platform.person('officer-serik').office ?? '';
  const hire = ({ iin, name }: DemoPerson, more: object = {}) =>
    as(madina.token, 'POST', '/staff', {
      ...{ iin, fullName: name, role: 'mio-officer', office, position: 'специалист', ...more },
    });
  const proved = platform.person('applicant-aigul');
  const before = await enter(platform, proved);
  const draft = await draftOf(before, certificate(office));
  expect((await hire(proved)).status).toBe(201);
  expect(problemOf(await hire(proved)).code).toBe('account/exists');
  expect((await as(before.token, 'GET', '/account')).status).toBe(200);
  expect((await as(before.token, 'GET', '/work')).status).toBe(403);
  const { body: post } = await as(before.token, 'GET', '/account/post');
  const { content } = post as { content: string };
  const { signers } = await openKeyFile(readFileSync(join(platform.demoDir, proved.keyFile)), proved.keyPassword);
  const cms = await signDetached(Buffer.from(content, 'base64'), signers[0], new Date());
  const refused = await as(before.token, 'PUT', '/account/post', { cms: Buffer.from(cms).toString('base64') });
  expect(problemOf(refused).code).toBe('eds/failed');
  const citizen = await enter(platform, proved, 'applicant');
  expect(await idsOf(citizen.token)).toContain(draft.id);

  // No EDS has proved this account: the password with which it was registered opens nothing, the administrator's does.
  const unproved = await addPerson({ role: 'applicant' }, platform.demoDir, platform.url);
  const stranger = await enter(platform, unproved);
  const begun = await draftOf(stranger, certificate(office));
  const password = 'дала-қоңырауы-соқты';
  expect((await hire(unproved, { password })).status).toBe(201);
  expect((await as(stranger.token, 'GET', '/account')).status).toBe(401);
  const { iin } = unproved;
  const old = await ask('POST', `${platform.url}/sessions`, { body: { iin, password: unproved.password } });
  expect(problemOf(old).code).toBe('session/refused');
  const own = await enter(platform, { ...unproved, password }, 'applicant');
  expect(await idsOf(own.token)).toEqual([]);
  expect((await as(own.token, 'GET', `/requests/${begun.id}`)).status).toBe(404);
});
