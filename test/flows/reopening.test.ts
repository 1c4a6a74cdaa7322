import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { complain, refused, reply, signReopening } from './complaint-scene.ts';
import { ask, problemOf } from './http.ts';
import { RunningPlatform } from './running-platform.ts';
import { actor, doWork, workOf, type Actor } from './scene.ts';

const platform = new RunningPlatform();
let head: Actor;
let officer: Actor;
let author: Actor;
beforeAll(async () => {
  await platform.start();
  head = await actor(platform, 'head-bakyt');
  officer = await actor(platform, 'officer-serik');
});
afterAll(() => platform.remove());

interface Shown {
  readonly state: string;
  readonly output?: { readonly number: string };
}
const shown = (id: string) => author.client.get<Shown>(`/requests/${id}`);
const documentOf = async (number: string) => (await ask('GET', `${platform.url}/documents/${number}`, {})).body;

/** Decided anew, approved and signed. */
async function issue(id: string) {
  for (let task = ''; task !== 'sign';) {
    ({ task } = await workOf(officer, id));
    await doWork(officer, id);
  }
  for (let tries = 0; (await shown(id)).state !== 'issued' && tries < 400; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 25));
  return shown(id);
}

it('the head opens a refusal again, and it is issued; the register says which took whose place', async () => {
  const made = await refused(platform, 'officer-serik');
  ({ author } = made);
  const { id } = made;
  const before = (await shown(id)).output!.number;
  const send = (by: Actor, cms: string) =>
    ask('POST', `${platform.url}/requests/${id}/reopening`, { token: by.token, body: { ground: 'facts', cms } });
  for (const other of [officer, author]) expect(problemOf(await send(other, 'MAA=')).code).toBe('access/denied');
  const cms = await signReopening(head, id, 'facts');
  expect((await send(head, cms)).body).toMatchObject({ state: 'in-progress' });
  expect(await documentOf(before)).toMatchObject({
    status: 'withdrawn',
    withdrawn: { ground: { ru: expect.any(String) } },
  });
  expect((await send(head, cms)).status).toBe(200);
  const after = (await issue(id)).output!.number;
  expect(await documentOf(before)).toMatchObject({ status: 'withdrawn', replacedBy: after });
  expect(await documentOf(after)).toMatchObject({ status: 'genuine', replaces: before });
});

it('an upheld complaint about the refusal opens it, too', async () => {
  const { id } = await refused(platform, 'officer-serik');
  const { id: complaint } = await complain(author, id, {
    ground: 'refusal',
    text: 'Отказ не обоснован: я состою на учёте.',
  });
  await reply(head, id, complaint, 'upheld');
  expect((await issue(id)).state).toBe('issued');
});
