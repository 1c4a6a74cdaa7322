import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRequests } from '../../lib/adapters/dynamo/requests.ts';
import { changeRequest } from '../../lib/domain/request/change.ts';
import { isSubmitted } from '../../lib/domain/request/request.ts';
import { withdraw as takeBack } from '../../lib/domain/request/withdrawal/withdraw.ts';
import { download } from '../../lib/local/http/client.ts';
import { readPdfText } from '../lib/domain/output/read-pdf.ts';
import { signedAnswer } from '../lib/domain/request/queue-example.ts';
import { ask, problemOf } from './http.ts';
import { readExecutions } from '../../bin/soak/left-behind.ts';
import { visitor } from './mailed-scene.ts';
import { operate } from './operator.ts';
import { withTable } from './queue-scene.ts';
import { RunningPlatform } from './running-platform.ts';
import { actor, approvalOf, certificate, doWork, draftOf, submit, workOf, type Actor } from './scene.ts';
import { signWithdrawal, withdraw } from './withdrawal-scene.ts';

// An applicant takes a request back by their signed word, until somebody has decided it.
const platform = new RunningPlatform();
let author: Actor;
let stranger: Actor;
let officer: Actor;
let operator: Actor;
const taken: string[] = [];
beforeAll(async () => {
  await platform.start(0, '--unthrottled');
  [author, stranger, officer, operator] = (await Promise.all(
    ['applicant-azamat', 'applicant-aigul', 'officer-serik', 'operator-dinara'].map((slug) => actor(platform, slug)),
  )) as [Actor, Actor, Actor, Actor];
});
afterAll(() => platform.remove());

const OFFICE = 'south-kazakhstan-employment-shymkent';
const as = ({ token }: Actor, method: string, path: string, body?: unknown) =>
  ask(method, `${platform.url}${path}`, { token, body });
const send = (by: Actor, id: string, cms: string) => as(by, 'POST', `/requests/${id}/withdrawal`, { cms });
const stateOf = async (id: string) => (await author.client.get<{ state: string }>(`/requests/${id}`)).state;

async function filed(by = author, more: object = {}): Promise<string> {
  const draft = await draftOf(by, { ...certificate(OFFICE), ...more });
  await submit(by, draft);
  await workOf(officer, draft.id);
  return draft.id;
}

/** The machine of a request that was taken back has ended, and its item knows it. */
async function untilEnded(id: string): Promise<void> {
  taken.push(id);
  for (let tries = 0; tries < 400; tries += 1) {
    const request = await withTable(platform, (table) => openRequests(table).find(id));
    if (request?.state === 'taken-back' && !request.pending && !request.work) return;
    await wait(25);
  }
  throw new Error(`the machine of ${id} did not end`);
}

const linesOf = async (path: string) => {
  const { body } = await as(officer, 'GET', path);
  return JSON.stringify(body);
};

describe('a request that its applicant takes back', () => {
  let id: string;
  let cms: string;
  beforeAll(async () => {
    id = await filed();
    await officer.client.send('PUT', `/work/${id}/claim`);
  });

  it('needs their own signature over its own words', async () => {
    const other = await filed();
    cms = await signWithdrawal(author, id);
    const forged = Buffer.from(await stranger.sign(Buffer.from(cms, 'base64'))).toString('base64');
    const { content } = await author.client.get<{ content: string }>(`/requests/${id}/withdrawal/signable`);
    const another = Buffer.from(await stranger.sign(Buffer.from(content, 'base64'))).toString('base64');
    for (const wrong of ['MAA=', forged, another, await signWithdrawal(author, other)])
      expect(problemOf(await send(author, id, wrong)).code).toBe('eds/failed');
    expect(problemOf(await send(stranger, id, cms)).code).toBe('request/unknown');
    // The counter of the office did not file it.
    expect(problemOf(await send(officer, id, cms)).code).toBe('request/unknown');
    expect(['received', 'in-progress']).toContain(await stateOf(id));
  });

  it('is nobody\u2019s work any more, and its machine ends', async () => {
    expect(await linesOf('/work')).toContain(id);
    for (let times = 0; times < 2; times += 1)
      expect((await send(author, id, cms)).body).toMatchObject({ state: 'taken-back' });
    for (const path of ['/work', '/work?mine=true']) expect(await linesOf(path)).not.toContain(id);
    expect(problemOf(await as(officer, 'POST', `/work/${id}/acceptance`)).code).toBe('work/unknown');
    await untilEnded(id);
    expect(problemOf(await as(author, 'GET', `/requests/${id}/withdrawal/signable`)).code).toBe('withdrawal/too-late');
  });

  it('the cabinet, the register and the office say so, a paper proves it, and it is told once', async () => {
    const { number, history } = await author.client.get<{ number: string; history: { code: string }[] }>(
      `/requests/${id}`,
    );
    expect(history.filter(({ code }) => code === 'taken-back')).toHaveLength(1);
    const { document } = await author.client.get<{ document: { url: string } }>(`/requests/${id}/withdrawal`);
    const text = readPdfText(await download(document.url)).join(' ');
    for (const said of ['РАСПИСКА ОБ ОТЗЫВЕ ЗАЯВЛЕНИЯ', number]) expect(text).toContain(said);
    const { notices } = await author.client.get<{ notices: { code: string; request?: string }[] }>('/notices?limit=50');
    const told = notices.filter(({ code, request }) => request === id && code === 'request-taken-back');
    expect(told).toHaveLength(1);
    const head = await actor(platform, 'head-bakyt');
    const { requests } = await head.client.get<{ requests: { id: string; state: string }[] }>('/register?limit=50');
    expect(requests.find((each) => each.id === id)).toMatchObject({ state: 'taken-back' });
    expect(await linesOf('/ended-work')).toContain(id);
  });
});

it('of a decision and a withdrawal at once, exactly one wins', async () => {
  for (let round = 0; round < 3; round += 1) {
    const id = await filed();
    await doWork(officer, id);
    expect((await workOf(officer, id)).task).toBe('decide');
    await officer.client.send('PUT', `/work/${id}/claim`);
    const [cms, decision] = [await signWithdrawal(author, id), await approvalOf(officer.client, id, author.person.iin)];
    const [withdrawn, decided] = await Promise.all([
      send(author, id, cms),
      as(officer, 'POST', `/work/${id}/decision`, decision),
    ]);
    const won = [withdrawn, decided].filter(({ status }) => status < 300);
    expect(won).toHaveLength(1);
    if (won[0] === withdrawn) {
      expect(problemOf(decided).code).toBe('work/unknown');
      await untilEnded(id);
    } else {
      expect(['withdrawal/too-late', 'eds/failed']).toContain(problemOf(withdrawn).code);
      expect(problemOf(await send(author, id, cms)).code).toBe('withdrawal/too-late');
      expect(await stateOf(id)).toBe('decided');
    }
  }
});

it('a counter takes back what it filed for a visitor, who is told', async () => {
  const id = await filed(operator, { channel: 'con', visitor });
  expect(await withdraw(operator, id)).toMatchObject({ state: 'taken-back' });
  await untilEnded(id);
  const auditor = await actor(platform, 'auditor-askhat');
  expect(JSON.stringify(await auditor.client.get(`/journal?request=${id}`))).toContain(
    'POST /requests/{id}/withdrawal',
  );
});

it('a process that ends before the machine is told loses nothing: the sweeper tells it', async () => {
  const id = await filed();
  const before = new Date(Date.now() - 120_000);
  await withTable(platform, (table) =>
    changeRequest(openRequests(table), id, (request) => takeBack(request, 'take-back', signedAnswer(before))),
  );
  const request = await withTable(platform, (table) => openRequests(table).find(id));
  expect(request && isSubmitted(request) && request.pending).toBe('signal');
  const operated = await operate(platform);
  await operated.run('sweep');
  operated.close();
  await untilEnded(id);
});

it('every machine ended in order', async () => {
  await platform.kill('SIGINT');
  const executions = await readExecutions(platform.dataDir);
  const ended = executions.filter(({ name }) => taken.includes(name));
  expect(ended.length).toBe(taken.length);
  for (const { status, tasks } of ended) expect([status, tasks.at(-1)]).toEqual(['SUCCEEDED', 'close-request']);
});
