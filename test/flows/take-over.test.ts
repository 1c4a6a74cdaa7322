import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openKeyFile } from '../../lib/signing/pkcs12/open-key-file.ts';
import { signDetached } from '../../lib/signing/sign-detached.ts';
import { addPerson } from '../../lib/local/demo/add-person.ts';
import type { DemoPerson } from '../../lib/local/demo/people-file.ts';
import { ask, problemOf } from './http.ts';
import { RunningPlatform } from './running-platform.ts';
import { certificate, draftOf, enter, submit } from './scene.ts';

const platform = new RunningPlatform();
beforeAll(() => platform.start());
afterAll(() => platform.remove());

interface Granted {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly account: string;
}

/** Like a client: the challenge's bytes, signed with the key for signing in. */
async function enterByEds({ authKeyFile, keyPassword }: DemoPerson) {
  const { body } = await ask('POST', `${platform.url}/sessions/challenges`, { body: {} });
  const { challenge, content } = body as { challenge: string; content: string };
  const { signers } = await openKeyFile(readFileSync(join(platform.demoDir, authKeyFile)), keyPassword);
  const cms = await signDetached(Buffer.from(content, 'base64'), signers[0], new Date());
  const answer = await ask('POST', `${platform.url}/sessions/eds`, {
    body: { challenge, cms: Buffer.from(cms).toString('base64') },
  });
  expect(answer.status).toBe(201);
  return answer.body as Granted;
}

const as = (token: string, method: string, path: string, body?: unknown) =>
  ask(method, `${platform.url}${path}`, { token, body });
const requestsOf = async (token: string) =>
  ((await as(token, 'GET', '/requests')).body as { requests: { id: string; state: string }[] }).requests;

it('the first sign-in by EDS locks out the person who registered the IIN, and neither sees what the other began', async () => {
  const owner = await addPerson({ role: 'applicant' }, platform.demoDir, platform.url);
  // The stranger knows the password of the registered account; the owner has the keys.
  const stranger = await enter(platform, owner);
  const office = platform.person('officer-serik').office ?? '';
  const draft = await draftOf(stranger, certificate(office));
  const signed = await draftOf(stranger, certificate(office));
  await submit(stranger, signed);

  const { accessToken, account } = await enterByEds(owner);
  expect(problemOf(await as(stranger.token, 'GET', '/account')).code).toBe('access/unauthenticated');
  const { iin, password } = owner;
  const refused = await ask('POST', `${platform.url}/sessions`, { body: { iin, password } });
  expect(problemOf(refused).code).toBe('session/refused');

  const { body: shown } = await as(accessToken, 'GET', '/account');
  expect(shown).toMatchObject({ id: account, fullName: 'ДЕМО ҚОСЫМША ҮЛГІҰЛЫ', events: [{ code: 'taken-over' }] });
  expect(shown).not.toHaveProperty('email');
  expect((await requestsOf(accessToken)).map(({ id }) => id)).toEqual([signed.id]);
  for (const path of [`/requests/${draft.id}`, `/requests/${draft.id}/attachments/${draft.attachment}`])
    expect(problemOf(await as(accessToken, 'GET', path)).code).toBe('request/unknown');
  expect((await as(accessToken, 'GET', `/requests/${signed.id}/signature-report`)).status).toBe(200);
  expect((await as(accessToken, 'DELETE', `/requests/${draft.id}`)).status).toBe(404);
  const again = { iin, fullName: 'Басқа Біреу', password: 'тағы-бір-құпия-сөз' };
  expect(problemOf(await ask('POST', `${platform.url}/accounts`, { body: again })).code).toBe('account/exists');

  // The owner sets their own password and address, and is the same person in both ways of signing in.
  const set = await as(accessToken, 'PUT', '/account/password', { newPassword: 'сырдария-жағасында' });
  expect(set.status).toBe(200);
  expect(problemOf(await as(accessToken, 'GET', '/account')).code).toBe('access/unauthenticated');
  const next = (set.body as Granted).accessToken;
  const contacts = { fullName: owner.name, email: 'owner@demo.localhost' };
  const { fullName, email } = contacts;
  expect((await as(next, 'PUT', '/account', contacts)).body).toMatchObject({ fullName, askedEmail: { email } });
  const newcomer = await ask('POST', `${platform.url}/sessions`, { body: { iin, password: 'сырдария-жағасында' } });
  expect(newcomer.body).toMatchObject({ account });
  expect((await enterByEds(owner)).account).toBe(account);
  const guessed = { newPassword: 'басқа-құпия-сөз', oldPassword: 'not this one' };
  const { accessToken: byPassword } = newcomer.body as Granted;
  expect(problemOf(await as(byPassword, 'PUT', '/account/password', guessed)).code).toBe('account/old-password');
});

it('an employee works with the post that they have signed for, by EDS and by the password that they set', async () => {
  const office = platform.person('officer-serik').office;
  const officer = await addPerson({ role: 'mio-officer', office }, platform.demoDir, platform.url);
  const byPassword = await enter(platform, officer);
  const { accessToken, account } = await enterByEds(officer);
  for (const token of [byPassword.token, accessToken]) expect((await as(token, 'GET', '/work')).status).toBe(200);
  expect((await as(accessToken, 'GET', '/account')).body).toMatchObject({
    id: account,
    office,
    fullName: officer.name,
  });
});
