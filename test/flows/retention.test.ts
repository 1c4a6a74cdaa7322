import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { terms } from '../../lib/domain/retention/terms.ts';
import { demoIin } from '../../lib/local/demo/demo-number.ts';
import { ask, problemOf } from './http.ts';
import { operate, type Operator } from './operator.ts';
import { RunningPlatform } from './running-platform.ts';
import { actor, certificate, doWork, draftOf, submit, workOf, type Draft } from './scene.ts';

const platform = new RunningPlatform();
const OFFICE = 'south-kazakhstan-employment-shymkent';
const stranger = { iin: demoIin('1991-02-03', 'male', 5), fullName: 'Белгісіз Біреу', password: 'ұзақ-құпия-сөз-2026' };

let operator: Operator;
let begun: Draft;
let heldDraft: Draft;
/** Two that were issued: of one nothing hinders the erasure, a court asks for the other. */
let finished: Draft;
let held: Draft;
let register: string;
/** The entries of the journal on the first day. */
let written: number;

/** A certificate, to its end. */
async function issue(): Promise<Draft> {
  const [citizen, officer] = await Promise.all([actor(platform, 'applicant-azamat'), actor(platform, 'officer-serik')]);
  const draft = await draftOf(citizen, certificate(OFFICE));
  await submit(citizen, draft);
  for (let task = ''; task !== 'sign';) {
    await workOf(officer, draft.id);
    task = await doWork(officer, draft.id);
  }
  for (let state = ''; state !== 'issued';)
    ({ state } = await citizen.client.get<{ state: string }>(`/requests/${draft.id}`));
  return draft;
}

/** The same data, so many days after the first; what is due is done. */
async function after(days: number, ...jobs: readonly string[]): Promise<void> {
  operator.close();
  await platform.kill('SIGINT');
  await platform.start(0, '--later', String(days));
  operator = await operate(platform, days);
  for (const job of jobs) await operator.run(job);
}
const azamat = () => actor(platform, 'applicant-azamat');
const seen = async ({ id }: Draft) => ask('GET', `${platform.url}/requests/${id}`, { token: (await azamat()).token });
const scan = async ({ id, attachment }: Draft) =>
  ask('GET', `${platform.url}/requests/${id}/attachments/${attachment}`, { token: (await azamat()).token });
const itemOf = async ({ id }: Draft) => (await operator.items('requests', `REQUEST#${id}`))[0]?.['request'];
const noticesOf = async ({ id }: Draft) => {
  const { notices } = await (await azamat()).client.get<{ notices: { request?: string }[] }>('/notices?limit=100');
  return notices.filter(({ request }) => request === id).length;
};
const stored = ({ id }: Draft) =>
  Promise.all([operator.objects('attachments', `requests/${id}/`), operator.objects('documents', `requests/${id}/`)]);
const entriesOf = async ({ id }: Draft) =>
  (await operator.items('journal')).filter((item) => {
    const { request, shown = [] } = item['entry'] as { request?: string; shown?: string[] };
    return request === id || shown.includes(id);
  }).length;
const verify = async () => {
  const { tables, buckets } = operator;
  return operator.command('journal', 'verify', '--table', tables.journal, '--bucket', buckets.documents);
};

beforeAll(async () => {
  await platform.start();
  operator = await operate(platform);
  await ask('POST', `${platform.url}/accounts`, { body: { ...stranger, language: 'kk' } });
  const citizen = await azamat();
  begun = await draftOf(citizen, certificate(OFFICE));
  heldDraft = await draftOf(citizen, certificate(OFFICE));
  finished = await issue();
  held = await issue();
  const { number } = await citizen.client.get<{ number: string }>(`/requests/${finished.id}/output`);
  register = number;
  for (const { id } of [held, heldDraft]) {
    const table = operator.tables.requests;
    const said = await operator.command('hold', '--table', table, '--of', id, '--ground', 'запрос суда № 1 (демо)');
    expect(said).toMatchObject({ code: 0 });
  }
});
afterAll(async () => {
  operator.close();
  await platform.remove();
});

it('on the next day everything is there, and the journal agrees with its seals', async () => {
  await after(1, 'seal-journal', 'sweep');
  const { staff } = await (await actor(platform, 'administrator-madina')).client.get<{ staff: object[] }>('/staff');
  expect(staff.length).toBeGreaterThan(0);
  for (const draft of [begun, heldDraft, finished, held]) {
    expect((await seen(draft)).status).toBe(200);
    expect((await stored(draft))[0]).toHaveLength(1);
  }
  expect(await noticesOf(finished)).toBeGreaterThan(1);
  written = (await operator.items('journal')).length;
  const { code, out } = await verify();
  expect([code, out]).toEqual([
    0,
    expect.stringMatching(/^1 seals, \d+ entries, 0 faults; \d+ entries lie unsealed\n/),
  ]);
});

it('after a month the draft is nobody’s, and what is held or finished is whole', async () => {
  await after(terms.draft.days + 1, 'sweep');
  expect(await itemOf(begun)).toMatchObject({ state: 'discarded', attachments: [] });
  expect(JSON.stringify(await itemOf(begun))).not.toMatch(new RegExp((await azamat()).person.iin));
  expect((await stored(begun))[0]).toEqual([]);
  expect(await itemOf(heldDraft)).toMatchObject({ state: 'draft', form: { iin: (await azamat()).person.iin } });
  for (const draft of [heldDraft, finished, held]) expect((await stored(draft))[0]).toHaveLength(1);
});

it('after a year the trace of the draft is gone, and the account that no EDS has proved', async () => {
  const accounts = async () => (await operator.items('requests', 'ACCOUNT#')).length;
  const before = await accounts();
  await after(terms.unprovedAccount.days + 1, 'sweep');
  expect(await itemOf(begun)).toBeUndefined();
  expect(await accounts()).toBe(before - 1);
  const { iin, password } = stranger;
  expect(JSON.stringify(await operator.items('requests'))).not.toContain(iin);
  const entered = await ask('POST', `${platform.url}/sessions`, { body: { iin, password } });
  expect([entered.status, problemOf(entered).code]).toEqual([401, 'session/refused']);
});

it('after three years the scans of what is finished are gone, and the document is there', async () => {
  // What proves the signatures has ended meanwhile; a request is cleared away when nothing else of it is due.
  await after(terms.scans.days + 1, 'sweep', 'sweep');
  const [scans, documents] = await stored(finished);
  expect([scans, documents.length > 0]).toEqual([[], true]);
  expect(problemOf(await scan(finished)).code).toBe('attachment/erased');
  expect((await seen(finished)).status).toBe(200);
  expect((await stored(held))[0]).toHaveLength(1);
  expect((await scan(held)).status).toBe(200);
});

it('after five years the request is gone with documents, notices and what the journal says of it; what is held stays', async () => {
  await after(terms.request.days + 2, 'seal-journal', 'sweep', 'erase-journal');
  expect((await seen(finished)).status).toBe(404);
  expect(await itemOf(finished)).toBeUndefined();
  expect(await stored(finished)).toEqual([[], []]);
  expect(await noticesOf(finished)).toBe(0);
  expect((await seen(held)).status).toBe(200);
  expect((await stored(held)).map((keys) => keys.length > 0)).toEqual([true, true]);
  expect(await noticesOf(held)).toBeGreaterThan(1);
  expect((await seen(heldDraft)).status).toBe(200);
  // Lists that show what is held name the other one, too.
  expect(await entriesOf(held)).toBeGreaterThan(5);
  expect(await entriesOf(finished)).toBeLessThan(await entriesOf(held));
  // Anybody can still check the document, whose register names nobody.
  const { body } = await ask('GET', `${platform.url}/documents/${register}`);
  expect(body).toMatchObject({ status: 'genuine' });
});

it('the check takes what was erased for erased, and still finds an entry that was changed, is missing or came later', async () => {
  const erased = /(\d+) sealed entries are gone: they had been kept for their term/;
  const whole = await verify();
  expect([whole.code, whole.complaint]).toEqual([0, '']);
  const gone = Number(erased.exec(whole.out)?.[1]);
  expect(gone).toBeGreaterThan(0);
  expect(gone).toBeLessThan(written);
  const until = /last seal: (\S+)/.exec(whole.out)?.[1] ?? '';
  const kept = (await operator.items('journal'))
    .filter(({ sk }) => sk < until)
    .toSorted((a, b) => (a.sk < b.sk ? -1 : 1));
  // The first ones are held beyond their term; the last one's is not over.
  const [one, two, young] = [kept[0]!, kept[1]!, kept.at(-1)!];
  await operator.put('journal', { ...one, entry: { ...(one['entry'] as object), outcome: 'access/denied' } });
  const later = { ...two, sk: two.sk.replace(/.$/, (last) => (last === '0' ? '1' : '0')) };
  const entry = { ...(two['entry'] as object), id: later.sk.split('#')[1] };
  await operator.put('journal', { ...later, entry });
  await operator.remove('journal', young);
  const found = await verify();
  expect(found.code).toBe(1);
  expect(
    found.out
      .split('\n')
      .filter((line) => /^\w+\t/.test(line))
      .toSorted(),
  ).toEqual([`changed\t${one.sk}`, `late\t${later.sk}`, `missing\t${young.sk}`].toSorted());
  await operator.put('journal', one);
  await operator.put('journal', young);
  await operator.remove('journal', later);
  expect(await verify()).toMatchObject({ code: 0, out: expect.stringMatching(erased) as unknown });
});

it('what is released goes in the same hour', async () => {
  const table = operator.tables.requests;
  for (const { id } of [held, heldDraft])
    expect(await operator.command('hold', '--table', table, '--of', id, '--release')).toMatchObject({ code: 0 });
  await operator.run('sweep');
  await operator.run('erase-journal');
  expect((await seen(held)).status).toBe(404);
  expect(await stored(held)).toEqual([[], []]);
  expect(await itemOf(heldDraft)).toMatchObject({ state: 'discarded' });
  expect(await noticesOf(held)).toBe(0);
  expect(await entriesOf(held)).toBe(0);
  expect((await verify()).code).toBe(0);
});
