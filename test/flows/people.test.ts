import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { dayOf } from '../../lib/domain/language/dates.ts';
import { ask, problemOf } from './http.ts';
import { RunningPlatform } from './running-platform.ts';
import { actor, certificate, doWork, draftOf, submit, workOf, type Actor } from './scene.ts';

const platform = new RunningPlatform();
let [applicant, serik, gulnar, head, auditor]: Actor[] = [];
const accounts = new Map<Actor, string>();
beforeAll(async () => {
  await platform.start();
  const slugs = ['applicant-azamat', 'officer-serik', 'officer-gulnar', 'head-bakyt', 'auditor-askhat'];
  [applicant, serik, gulnar, head, auditor] = await Promise.all(slugs.map((slug) => actor(platform, slug)));
  for (const each of [serik!, gulnar!, head!])
    accounts.set(each, (await each.client.get<{ id: string }>('/account')).id);
});
afterAll(() => platform.remove());

/** A request that waits to be accepted. */
async function waiting(): Promise<string> {
  const draft = await draftOf(applicant!, certificate(serik!.person.office ?? ''));
  await submit(applicant!, draft);
  await workOf(serik!, draft.id);
  return draft.id;
}

interface Shown {
  readonly work: {
    readonly id: string;
    readonly row: string;
    readonly claimedBy?: { name: string; at: string; mine: boolean };
  };
  readonly assigned?: object;
  readonly request: { readonly history: readonly { code: string; by?: object; about?: object; words?: string }[] };
}
interface Ordered {
  readonly work: readonly {
    readonly id: string;
    readonly done: boolean;
    readonly problem?: { readonly code: string };
  }[];
}
const show = (who: Actor, id: string) => who.client.get<Shown>(`/work/${id}`);
const ground = 'Ровная нагрузка';

/** The head gives what they see. */
async function give(id: string, to: Actor): Promise<Ordered> {
  const { row, claimedBy } = (await show(head!, id)).work;
  const work = [{ id, row, ...(claimedBy && { claimedAt: claimedBy.at }) }];
  return head!.client.send<Ordered>('POST', `/people/${accounts.get(to)}/work`, { work, ground });
}

it('the head gives work; who gets it sees who gave it and why, and so does who had it, and the journal', async () => {
  const id = await waiting();
  await serik!.client.send('PUT', `/work/${id}/claim`);
  expect(await give(id, gulnar!)).toEqual({ work: [{ id, done: true }] });
  for (const who of [serik!, gulnar!])
    expect(await show(who, id)).toMatchObject({
      work: { claimedBy: { name: gulnar!.person.name, mine: who === gulnar } },
      assigned: { by: head!.person.name, ground, to: gulnar!.person.name, from: serik!.person.name },
    });
  const { row, claimedBy } = (await show(head!, id)).work;
  const work = [{ id, row, claimedAt: claimedBy!.at }];
  await head!.client.send('POST', '/recalled-work', { work, ground });
  expect((await show(gulnar!, id)).work).not.toHaveProperty('claimedBy');

  const { entries } = await auditor!.client.get<{ entries: readonly { route: string; outcome: string }[] }>(
    `/journal?request=${id}&limit=100`,
  );
  const acts = entries
    .filter(({ route }) => /people|recalled/.test(route))
    .map(({ route, outcome }) => [route, outcome]);
  expect(acts).toEqual([
    ['POST /recalled-work', 'done'],
    ['POST /people/{account}/work', 'done'],
  ]);
  const { history } = await applicant!.client.get<{ history: object[] }>(`/requests/${id}`);
  expect(JSON.stringify(history)).toContain('work-given');
  expect(JSON.stringify(history)).not.toContain(ground);
});

it('of a claim and a gift at the same time one wins', async () => {
  const id = await waiting();
  const { row } = (await show(head!, id)).work;
  const [given, claimed] = await Promise.all([
    head!.client.send<Ordered>('POST', `/people/${accounts.get(gulnar!)}/work`, { work: [{ id, row }], ground }),
    ask('PUT', `${platform.url}/work/${id}/claim`, { token: serik!.token }),
  ]);
  const [one] = given.work;
  const holder = (await show(head!, id)).work.claimedBy?.name;
  if (one!.done)
    expect([claimed.status, problemOf(claimed).code, holder]).toEqual([409, 'work/claimed', gulnar!.person.name]);
  else expect([claimed.status, one!.problem?.code, holder]).toEqual([200, 'work/claimed', serik!.person.name]);
});

it('while an officer is away the substitute finishes what they had begun, and the journal and the history say so', async () => {
  const id = await waiting();
  await gulnar!.client.send('PUT', `/work/${id}/claim`);
  const today = dayOf(new Date().toISOString());
  const absence = { firstDay: today, lastDay: today, substitute: accounts.get(serik!) };
  await head!.client.send('PUT', `/people/${accounts.get(gulnar!)}/absence`, absence);

  const { people } = await head!.client.get<{ people: readonly { account: string; absences: object[] }[] }>('/people');
  expect(people.find(({ account }) => account === accounts.get(gulnar!))?.absences).toMatchObject([
    { firstDay: today, lastDay: today, now: true, substitute: { fullName: serik!.person.name } },
  ]);
  const { work } = await serik!.client.get<{ work: readonly { id: string; claimedBy: object }[] }>('/work?who=me');
  expect(work.find((line) => line.id === id)?.claimedBy).toMatchObject({ mine: true, substitute: serik!.person.name });
  expect(problemOf(await ask('POST', `${platform.url}/work/${id}/acceptance`, { token: gulnar!.token })).code).toBe(
    'work/away',
  );
  const { row } = (await show(head!, id)).work;
  const given = await ask('POST', `${platform.url}/people/${accounts.get(gulnar!)}/work`, {
    ...{ token: head!.token, body: { work: [{ id, row }], ground } },
  });
  expect(problemOf(given).code).toBe('absence/away');

  expect(await doWork(serik!, id)).toBe('accept');
  await workOf(serik!, id);
  const { request } = await show(serik!, id);
  const after = request.history.filter(({ code }) => code === 'stood-in' || code === 'accepted');
  expect(after.map(({ code }) => code)).toEqual(['stood-in', 'accepted']);
  const { entries } = await auditor!.client.get<{
    entries: readonly { route: string; subject?: string; account?: string }[];
  }>(`/journal?request=${id}&limit=100`);
  expect(entries.find(({ route }) => route === 'POST /work/{id}/acceptance')?.account).toBe(accounts.get(serik!));

  await head!.client.send('DELETE', `/people/${accounts.get(gulnar!)}/absence?firstDay=${today}`);
  await workOf(gulnar!, id);
  expect((await ask('PUT', `${platform.url}/work/${id}/claim`, { token: gulnar!.token })).status).toBe(200);
});
