import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { download } from '../../lib/local/http/client.ts';
import { demoScan } from '../../lib/local/story/demo-scan.ts';
import { ask, problemOf, type Answer } from './http.ts';
import { readExecutions, readTable } from '../../bin/soak/left-behind.ts';
import { RunningPlatform } from './running-platform.ts';
import {
  actor,
  approvalOf,
  certificate,
  draftOf,
  letSign,
  signDraft,
  workOf,
  type Actor,
  type Draft,
} from './scene.ts';

/** How often everything is sent at once; afterwards it is sent once more. */
const AT_ONCE = 10;

const platform = new RunningPlatform();
let applicant: Actor;
let officer: Actor;
let rival: Actor;
beforeAll(async () => {
  await platform.start();
  applicant = await actor(platform, 'applicant-azamat');
  officer = await actor(platform, 'officer-serik');
  rival = await actor(platform, 'officer-gulnar');
  await letSign(await actor(platform, 'head-bakyt'), rival);
});
afterAll(() => platform.remove());

/** Sends the same ten times at once and then once again; returns the ten answers, and the last one. */
async function repeat(sender: Actor, method: string, path: string, body?: unknown, headers = {}): Promise<Repeated> {
  const send = () => ask(method, `${platform.url}${path}`, { token: sender.token, body, headers });
  const answers = await Promise.all(Array.from({ length: AT_ONCE }, send));
  return { answers, again: await send() };
}

interface Repeated {
  readonly answers: readonly Answer[];
  readonly again: Answer;
}

/** How many answers had which status. */
const tally = (answers: readonly Answer[]) =>
  Object.fromEntries(
    Object.entries(Object.groupBy(answers, ({ status }) => status)).map(([status, some]) => [status, some?.length]),
  );

/** Bodies without the fields that contain the time. */
const told = ({ body }: Answer) => ({ ...(body as object), timeLeft: undefined, history: undefined });

const history = async (id: string) =>
  (await applicant.client.get<{ history: { code: string; row?: string }[] }>(`/requests/${id}`)).history;

const expectAllAlike = ({ answers, again }: Repeated, status: number) => {
  expect(tally([...answers, again])).toEqual({ [status]: AT_ONCE + 1 });
  for (const answer of answers) expect(told(answer)).toEqual(told(again));
};

describe('everything sent ten times at once and once again', () => {
  let draft: Draft;

  it('creates one request under one Idempotency-Key, and refuses the key with another body', async () => {
    const office = officer.person.office ?? '';
    const body = { ...certificate(office), form: {} };
    const headers = { 'idempotency-key': 'one-application' };
    const { answers, again } = await repeat(applicant, 'POST', '/requests', body, headers);
    expect(tally([...answers, again])).toEqual({ 200: AT_ONCE, 201: 1 });
    for (const answer of answers) expect(answer.body).toEqual(again.body);
    const { requests } = await applicant.client.get<{ requests: unknown[] }>('/requests');
    expect(requests).toHaveLength(1);

    const other = await ask('POST', `${platform.url}/requests`, {
      token: applicant.token,
      body: { ...body, form: { postalCode: '160000' } },
      headers,
    });
    expect([other.status, problemOf(other).code]).toEqual([422, 'idempotency/mismatch']);
    draft = await draftOf(applicant, certificate(office));
  });

  it('fills the form in once', async () => {
    const { form } = await applicant.client.get<{ form: Record<string, string> }>(`/requests/${draft.id}`);
    const changed = { form: { ...form, postalCode: '160012' }, formVersion: 0 };
    expectAllAlike(await repeat(applicant, 'PUT', `/requests/${draft.id}/form`, changed), 200);
    expect((await history(draft.id)).filter(({ code }) => code === 'form-changed')).toHaveLength(1);
  });

  it('announces a scan once, and removes it once', async () => {
    const scan = await demoScan();
    const sha256 = createHash('sha256').update(scan).digest('hex');
    const announced = { name: 'second.pdf', type: 'application/pdf', size: scan.length, sha256 };
    const path = `/requests/${draft.id}/attachments`;
    const { answers, again } = await repeat(applicant, 'POST', path, announced);
    expect(tally([...answers, again])).toEqual({ 200: AT_ONCE, 201: 1 });
    const ids = new Set([...answers, again].map(({ body }) => (body as { attachment: string }).attachment));
    expect(ids.size).toBe(1);

    const removed = await repeat(applicant, 'DELETE', `${path}/${[...ids][0]}`);
    expect(tally([...removed.answers, removed.again])).toEqual({ 204: 1, 404: AT_ONCE });
    const codes = (await history(draft.id)).map(({ code }) => code);
    expect(codes.filter((code) => code === 'attachment-removed')).toHaveLength(1);
  });

  it('discards a draft once', async () => {
    const { id } = await draftOf(applicant, certificate(officer.person.office ?? ''));
    expectAllAlike(await repeat(applicant, 'DELETE', `/requests/${id}`), 204);
    expect((await history(id)).filter(({ code }) => code === 'discarded')).toHaveLength(1);
  });

  it('submits once', async () => {
    const cms = await signDraft(applicant, draft.id);
    const { answers, again } = await repeat(applicant, 'POST', `/requests/${draft.id}/submission`, { cms });
    expect(tally([...answers, again])).toEqual({ 200: AT_ONCE + 1 });
    await workOf(officer, draft.id);
    expect((await history(draft.id)).filter(({ code }) => code === 'submitted')).toHaveLength(1);

    const other = Buffer.from(await applicant.sign(Buffer.from('something else'))).toString('base64');
    const otherwise = await ask('POST', `${platform.url}/requests/${draft.id}/submission`, {
      token: applicant.token,
      body: { cms: other },
    });
    expect(problemOf(otherwise).code).toBe('request/submitted-otherwise');
  });

  it('lets one of two officers claim, and tells the other who has it', async () => {
    const path = `/work/${draft.id}/claim`;
    const [mine, theirs] = await Promise.all([repeat(officer, 'PUT', path), repeat(rival, 'PUT', path)]);
    const won = mine.again.status === 200 ? ([mine, theirs, officer] as const) : ([theirs, mine, rival] as const);
    const [winner, loser, who] = won;
    expectAllAlike(winner, 200);
    expect(tally([...loser.answers, loser.again])).toEqual({ 409: AT_ONCE + 1 });
    for (const answer of [...loser.answers, loser.again]) {
      expect(problemOf(answer).code).toBe('work/claimed');
      expect(problemOf(answer).title).toContain(who.person.name);
    }
    [officer, rival] = who === officer ? [officer, rival] : [rival, officer];

    expectAllAlike(await repeat(officer, 'DELETE', path), 200);
    expectAllAlike(await repeat(officer, 'PUT', path), 200);
  });

  it('accepts the application once', async () => {
    const { answers } = await repeat(officer, 'POST', `/work/${draft.id}/acceptance`);
    expectDoneOnce(answers);
    expect(await done('accepted')).toBe(1);
  });

  it('decides once, and refuses the opposite decision', async () => {
    await next('decide');
    await officer.client.send('PUT', `/work/${draft.id}/claim`);
    const path = `/work/${draft.id}/decision`;
    const { answers } = await repeat(
      officer,
      'POST',
      path,
      await approvalOf(officer.client, draft.id, applicant.person.iin),
    );
    expectDoneOnce(answers);
    const refusal = { outcome: 'refused', ground: 'Демо', text: 'Отказ после одобрения' };
    const contrary = await ask('POST', `${platform.url}${path}`, { token: officer.token, body: refusal });
    expect(contrary.status).toBe(409);
    expect(problemOf(contrary).code).toMatch(/^work\/(decided-otherwise|other-task|not-claimed)$/);
    expect(await done('approved')).toBe(1);
    expect(await done('refused')).toBe(0);
  });

  it('signs once, and issues one certificate', async () => {
    await next('sign');
    await officer.client.send('PUT', `/work/${draft.id}/claim`);
    const { document } = await officer.client.get<{ document: { url: string } }>(`/work/${draft.id}/output`);
    const cms = Buffer.from(await officer.sign(await download(document.url))).toString('base64');
    const { answers } = await repeat(officer, 'POST', `/work/${draft.id}/signature`, { cms });
    expectDoneOnce(answers);
    for (let state = ''; state !== 'issued';)
      ({ state } = await applicant.client.get<{ state: string }>(`/requests/${draft.id}`));
    expect(await done('output-signed')).toBe(1);
    expect(await done('output-delivered')).toBe(1);
  });

  it('leaves one execution and one document', async () => {
    await platform.kill('SIGINT');
    const executions = await readExecutions(platform.dataDir);
    expect(executions.map(({ name, status }) => [name, status])).toEqual([[draft.id, 'SUCCEEDED']]);
    const { items } = await readTable(platform.dataDir);
    expect(items.filter(({ sk }) => sk === 'DOCUMENT')).toHaveLength(1);
  });

  /** At least one call succeeded; those that came after the machine had moved on were told so. */
  function expectDoneOnce(answers: readonly Answer[]) {
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    for (const answer of answers.filter(({ status }) => status !== 200))
      expect(problemOf(answer).code).toMatch(/^work\/(unknown|other-task|not-claimed|decided-otherwise)$|^output\//);
  }

  const done = async (wanted: string) => (await history(draft.id)).filter(({ code }) => code === wanted).length;

  async function next(task: string) {
    while ((await workOf(officer, draft.id)).task !== task) await new Promise((resolve) => setTimeout(resolve, 20));
  }
});
