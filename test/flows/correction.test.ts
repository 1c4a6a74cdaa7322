import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sha256Hex } from '../../lib/domain/digest/sha256.ts';
import { download } from '../../lib/local/http/client.ts';
import { issue, misspelt, signCorrection, type Misspelt } from './correction-scene.ts';
import { visitor } from './mailed-scene.ts';
import { ask, problemOf } from './http.ts';
import { RunningPlatform } from './running-platform.ts';
import { actor, certificate, doWork, draftOf, letSign, submit, workOf, type Actor } from './scene.ts';

const platform = new RunningPlatform();
let head: Actor;
let otherHead: Actor;
let officer: Actor;
let author: Actor;
beforeAll(async () => {
  await platform.start();
  [head, otherHead, officer, author] = (await Promise.all(
    ['head-bakyt', 'head-aliya', 'officer-serik', 'applicant-azamat'].map((slug) => actor(platform, slug)),
  )) as [Actor, Actor, Actor, Actor];
});
afterAll(() => platform.remove());

const wrong = { way: 'withdraw', ground: 'untrue-data', text: 'Стаж Ахметова указан неверно.' };
const send = (by: Actor, id: string, about: Misspelt, cms: string) =>
  ask('POST', `${platform.url}/requests/${id}/correction`, { token: by.token, body: { ...about, cms } });
const documentOf = async (number: string) => (await ask('GET', `${platform.url}/documents/${number}`, {})).body;
const pageOf = async (number: string) =>
  (await ask('GET', `${platform.url}/documents/${number}`, { headers: { accept: 'text/html' } })).text;
const filesOf = (id: string) =>
  author.client.get<{
    number: string;
    sha256: string;
    document: { url: string };
    earlier?: { number: string; document: { url: string } }[];
  }>(`/requests/${id}/output`);
const lineOf = async (id: string) => {
  const { requests } = await head.client.get<{ requests: { id: string }[] }>('/register?limit=50');
  return requests.find((each) => each.id === id);
};

describe('an issued document that is wrong', () => {
  let id: string;
  let number: string;
  let cms: string;
  beforeAll(async () => {
    id = await issue(platform, author, officer, head);
    ({ number } = await filesOf(id));
  });

  it('is withdrawn by nobody else, and by no other signature', async () => {
    cms = await signCorrection(head, id, wrong);
    expect(problemOf(await send(author, id, wrong, cms)).code).toBe('access/denied');
    expect(problemOf(await send(otherHead, id, wrong, cms)).code).toBe('request/unknown');
    // The mandate has ended.
    const { id: account } = await officer.client.get<{ id: string }>('/account');
    await head.client.send('DELETE', `/mandates/${account}`);
    expect(problemOf(await send(officer, id, wrong, cms)).code).toBe('correction/no-mandate');
    const second = await issue(platform, author, officer, head);
    expect(problemOf(await send(head, second, wrong, cms)).code).toBe('eds/failed');
    const forged = Buffer.from(await otherHead.sign(Buffer.from(cms, 'base64'))).toString('base64');
    for (const each of ['MAA=', forged, await signCorrection(head, id, misspelt)])
      expect(problemOf(await send(head, id, wrong, each)).code).toBe('eds/failed');
    expect(await documentOf(number)).toMatchObject({ status: 'genuine' });
  });

  it('is withdrawn by the head of its office: register, page and cabinet say since when and why', async () => {
    const before = await filesOf(id);
    expect((await send(head, id, wrong, cms)).body).toMatchObject({ state: 'withdrawn' });
    expect((await send(head, id, wrong, cms)).status).toBe(200);
    const shown = (await documentOf(number)) as { office: object };
    expect(shown).toMatchObject({
      status: 'withdrawn',
      withdrawn: {
        at: expect.any(String),
        ground: { ru: expect.stringContaining('не подтвердились') },
        office: shown.office,
      },
    });
    for (const said of [JSON.stringify(shown), await pageOf(number)]) expect(said).not.toContain('Ахметова');
    expect(await pageOf(number)).toContain('не подтвердились');
    expect(await author.client.get(`/requests/${id}`)).toMatchObject({
      state: 'withdrawn',
      withdrawn: { text: wrong.text },
    });
    expect(await lineOf(id)).toMatchObject({ state: 'withdrawn', withdrawn: { number } });
    const after = await filesOf(id);
    expect(sha256Hex(await download(after.document.url))).toBe(before.sha256);
    const again = await send(head, id, { ...wrong, ground: 'court' }, 'MAA=');
    expect(problemOf(again).code).toBe('correction/withdrawn');
    const { body } = await ask('PUT', `${platform.url}/requests/${id}/questionnaire`, {
      token: author.token,
      body: { quality: 1, accessibility: 1 },
    });
    expect(body).toMatchObject({ code: 'questionnaire/too-early' });
  });

  it('and is corrected: the new document and the old one name each other', async () => {
    expect((await send(head, id, misspelt, await signCorrection(head, id, misspelt))).body).toMatchObject({
      state: 'in-progress',
      earlier: [{ output: { number }, withdrawn: { text: wrong.text } }],
    });
    expect(await documentOf(number)).not.toHaveProperty('replacedBy');
    await issue(platform, author, officer, head, id);
    const files = await filesOf(id);
    expect(files.earlier).toMatchObject([{ number }]);
    expect(await documentOf(number)).toMatchObject({ status: 'withdrawn', replacedBy: files.number });
    expect(await documentOf(files.number)).toMatchObject({ status: 'genuine', replaces: number });
    expect(await lineOf(id)).toMatchObject({
      state: 'issued',
      result: { number: files.number },
      withdrawn: { number },
    });
    const { notices } = await author.client.get<{ notices: { code: string }[] }>('/notices?limit=50');
    expect(notices.map(({ code }) => code)).toEqual(expect.arrayContaining(['output-withdrawn', 'output-corrected']));
    const auditor = await actor(platform, 'auditor-askhat');
    expect(JSON.stringify(await auditor.client.get(`/journal?request=${id}`))).toContain(
      'POST /requests/{id}/correction',
    );
  });
});

it('a document that waits at the counter is withdrawn: it is not handed over, its machine ends, and another one is made', async () => {
  await letSign(head, officer);
  const { id } = await draftOf(officer, { ...certificate(officer.person.office ?? ''), channel: 'mio', visitor });
  await submit(officer, { id, attachment: '' });
  while ((await workOf(officer, id)).task !== 'hand-over') await doWork(officer, id);
  const { content } = await head.client.send<{ content: string }>('POST', `/requests/${id}/correction/signable`, wrong);
  const { document } = JSON.parse(Buffer.from(content, 'base64').toString()) as { document: { number: string } };
  expect((await send(head, id, wrong, await signCorrection(head, id, wrong))).body).toMatchObject({
    state: 'withdrawn',
  });
  expect(problemOf(await ask('PUT', `${platform.url}/work/${id}/claim`, { token: officer.token })).code).toBe(
    'work/unknown',
  );
  expect(await documentOf(document.number)).toMatchObject({ status: 'withdrawn' });
  for (let tries = 0; tries < 400; tries += 1) {
    const { status } = await ask('POST', `${platform.url}/requests/${id}/correction/signable`, {
      token: head.token,
      body: misspelt,
    });
    if (status === 200) break;
    await wait(25);
  }
  expect((await send(head, id, misspelt, await signCorrection(head, id, misspelt))).body).toMatchObject({
    state: 'in-progress',
  });
  while ((await workOf(officer, id)).task !== 'hand-over') await doWork(officer, id);
});
