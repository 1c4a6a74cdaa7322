import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { download } from '../../lib/local/http/client.ts';
import { ask, problemOf, type Answer } from './http.ts';
import { readExecutions } from '../../bin/soak/left-behind.ts';
import {
  answer,
  decide,
  fieldsOf,
  finish,
  offer,
  place,
  propose,
  register,
  signAnswer,
  sweepAt,
  type Offered,
  type Queued,
  type QueueChannel,
} from './queue-scene.ts';
import { RunningPlatform } from './running-platform.ts';
import { actor, certificate, doWork, draftOf, submit, workOf, type Actor } from './scene.ts';

const platform = new RunningPlatform();
const folder = mkdtempSync(join(tmpdir(), 'queue-'));
const ids: string[] = [];
/** Those who still wait at the end. */
const waits: string[] = [];
let head: Actor;
beforeAll(async () => {
  await platform.start();
  head = await actor(platform, 'head-aliya');
});
afterAll(async () => {
  await platform.remove();
  rmSync(folder, { recursive: true, force: true });
});

interface InQueue {
  readonly position?: number;
  readonly offers: readonly (Offered & { readonly organisation: string })[];
}
interface Output {
  readonly kind: string;
  readonly number: string;
  readonly sha256: string;
  readonly document: { readonly url: string };
  readonly signature: { readonly url: string };
}
interface Seen {
  readonly state: string;
  readonly number: string;
  readonly timeLeft?: number;
  readonly closedAt?: string;
  readonly statuses: Record<string, { status: string }>;
  readonly output?: { kind: string };
  readonly earlier?: readonly { output: { kind: string; number: string } }[];
  readonly history: readonly { code: string; row?: string }[];
}

const send = (by: Actor, method: string, path: string, body?: object) =>
  ask(method, `${platform.url}${path}`, { token: by.token, body });
const seen = ({ author, id }: Queued) => author.client.get<Seen>(`/requests/${id}`);
const inQueue = ({ author, id }: Queued) => author.client.get<InQueue>(`/requests/${id}/queue`);
const states = async (queued: Queued) => (await inQueue(queued)).offers.map(({ state }) => state);
const refused = (one: Answer) => [one.status, problemOf(one).code];

/** OpenSSL verifies the document's signature, and the register says that everybody's document is genuine. */
async function expectGenuine({ kind, number, sha256, document, signature }: Output, wanted: string) {
  expect(kind).toBe(wanted);
  const [pdf, cms] = [join(folder, `${number}.pdf`), join(folder, `${number}.p7s`)];
  writeFileSync(pdf, await download(document.url));
  writeFileSync(cms, await download(signature.url));
  const chain = join(platform.demoDir, 'ca/rsa-chain.pem');
  const files = ['-in', cms, '-content', pdf, '-CAfile', chain, '-out', '/dev/null'];
  execFileSync('openssl', ['cms', '-verify', '-binary', '-inform', 'DER', '-purpose', 'any', ...files], {
    stdio: 'pipe',
  });
  const { body } = await ask('GET', `${platform.url}/documents/${encodeURIComponent(number)}`);
  expect(body).toMatchObject({ status: 'genuine', kind: wanted, number, sha256 });
}

describe.each<QueueChannel>(['portal', 'mio', 'con'])(
  'a child that waits for a place, by the channel %s',
  (channel) => {
    let queued: Queued;
    let first: Seen;
    beforeAll(async () => {
      queued = await register(platform, channel);
      ids.push(queued.id);
    });

    it('has a signed notice of registration and waits in the queue', async () => {
      first = await seen(queued);
      expect(first).toMatchObject({ state: 'queued', output: { kind: 'interim' } });
      expect([first.timeLeft, first.closedAt]).toEqual([undefined, undefined]);
      await expectGenuine(await queued.author.client.get<Output>(`/requests/${queued.id}/output`), 'interim');
      const { position, offers } = await inQueue(queued);
      expect(offers).toEqual([]);
      const { queue } = await queued.officer.client.get<{ queue: { id: string; position: number; child?: object }[] }>(
        '/queue',
      );
      const line = queue.find(({ id }) => id === queued.id);
      expect(line?.position).toBe(position);
      const { form } = await queued.author.client.get<{ form: Record<string, string> }>(`/requests/${queued.id}`);
      expect(line?.child).toEqual({
        fullName: form['childName'],
        iin: form['childIin'],
        birthDate: form['childBirthDate'],
      });
    });

    it('declines a place in writing and keeps its position', async () => {
      const { position } = await inQueue(queued);
      const { id } = await offer(queued, 'Ясли-сад № 1');
      const { requests } = await queued.author.client.get<{ requests: { id: string; offer?: Offered }[] }>('/requests');
      expect(requests.find((one) => one.id === queued.id)?.offer?.id).toBe(id);
      expect(await answer(queued, id, 'declined')).toMatchObject({ state: 'queued' });
      expect(await states(queued)).toEqual(['declined']);
      expect((await inQueue(queued)).position).toBe(position);
    });

    it('does not answer in time and keeps its position', async () => {
      const { id, dueAt } = await offer(queued, 'Ясли-сад № 2');
      const due = Date.parse(dueAt);
      await sweepAt(platform, new Date(due - 1));
      expect(await states(queued)).toEqual(['declined', 'open']);
      await sweepAt(platform, new Date(due));
      expect(await states(queued)).toEqual(['declined', 'lapsed']);
      const late = await send(queued.author, 'POST', `/requests/${queued.id}/offers/${id}/answer`, {
        answer: 'accepted',
        cms: 'MAA=',
      });
      expect(refused(late)).toEqual([409, 'offer/lapsed']);
      expect((await seen(queued)).state).toBe('queued');
    });

    it('accepts a place: the request is decided again, only for that place', async () => {
      const { id } = await offer(queued, 'Ясли-сад № 3');
      const accepted = (await answer(queued, id, 'accepted')) as Seen;
      expect(accepted.state).toBe('in-progress');
      expect(accepted.timeLeft).toBeGreaterThan(0);
      expect(Object.values(accepted.statuses).map(({ status }) => status)).not.toContain('completed');
      const fields = await fieldsOf(queued.officer, 'referral');
      await expect(decide(queued, { outcome: 'approved', fields })).rejects.toThrow(/"rule":"offered"/);
      await decide(queued, { outcome: 'approved', fields: { ...fields, ...place('Ясли-сад № 3') } });
      await finish(platform, queued, channel, 'issued');
    });

    it('has a referral, and its notice of registration stays genuine', async () => {
      const { earlier, ...referral } = await queued.author.client.get<Output & { earlier: Output[] }>(
        `/requests/${queued.id}/output`,
      );
      await expectGenuine(referral, 'certificate');
      await expectGenuine(earlier[0]!, 'interim');
      const request = await seen(queued);
      expect(request).toMatchObject({ state: 'issued', output: { kind: 'certificate' } });
      expect(request.earlier?.map(({ output }) => output.kind)).toEqual(['interim']);
      expect(Object.values(request.statuses).map(({ status }) => status)).toContain('completed');
      expect(request.history.filter(({ code }) => code === 'closed')).toHaveLength(2);
    });

    it('keeps a report of every signature, including those of both answers', async () => {
      const report = await queued.author.client.get(`/requests/${queued.id}/signature-report`);
      const passed = { verdict: 'passed' };
      expect(report).toMatchObject({
        ...{ submission: passed, output: passed, earlier: [passed] },
        answers: [
          { answer: 'declined', report: passed },
          { answer: 'accepted', report: passed },
        ],
      });
    });

    it('was told of every change, is in its row of the diagram, and has left the queue', async () => {
      const diagram = await send(queued.author, 'GET', `/requests/${queued.id}/diagram.svg`);
      expect(diagram.status).toBe(200);
      expect((await inQueue(queued)).position).toBeUndefined();
      const { queue } = await queued.officer.client.get<{ queue: { id: string }[] }>('/queue');
      expect(queue.map(({ id }) => id)).not.toContain(queued.id);
      if (channel !== 'portal') return;
      const { notices } = await queued.author.client.get<{ notices: { code: string; request: string }[] }>('/notices');
      const told = notices.filter(({ request }) => request === queued.id).map(({ code }) => code);
      expect(told.toReversed()).toEqual([
        ...['request-received', 'taken-into-work', 'registered'],
        ...['place-offered', 'offer-declined', 'place-offered', 'place-offered', 'offer-accepted'],
        ...['taken-into-work', 'certificate-issued'],
        // The sweeper that ended it was given a later day.
        'offer-lapsed',
      ]);
    });
  },
);

describe('offers sent ten times at once', () => {
  const AT_ONCE = 10;
  const often = <Of>(one: () => Promise<Of>) => Promise.all(Array.from({ length: AT_ONCE }, one));
  let queued: Queued;
  let made: Offered;
  beforeAll(async () => {
    queued = await register(platform, 'portal');
    ids.push(queued.id);
  });

  it('by two officers: one offer is made, and the other officer is told so', async () => {
    const path = `/requests/${queued.id}/offers`;
    const [mine, theirs] = await Promise.all([
      often(() => send(queued.officer, 'POST', path, place('Ясли-сад № 4'))),
      often(() => send(head, 'POST', path, place('Ясли-сад № 5'))),
    ]);
    const [winner, loser] = mine[0]!.status < 400 ? [mine, theirs] : [theirs, mine];
    expect(winner.map(({ status }) => status).toSorted()).toEqual([...Array<number>(AT_ONCE - 1).fill(200), 201]);
    for (const one of loser) expect(refused(one)).toEqual([409, 'offer/open']);
    expect(new Set(winner.map(({ body }) => (body as Offered).id)).size).toBe(1);
    expect(await states(queued)).toEqual(['open']);
    made = winner[0]!.body as Offered;
  });

  it('are answered by nobody else, and only with a valid signature', async () => {
    const path = `/requests/${queued.id}/offers/${made.id}`;
    const aigul = await actor(platform, 'applicant-aigul');
    for (const one of [aigul, queued.officer, head]) {
      const shown = await send(one, 'GET', `${path}/signable?answer=accepted`);
      expect(refused(shown)).toEqual([404, 'request/unknown']);
    }
    const bytes = await queued.author.client.get<{ content: string }>(`${path}/signable?answer=accepted`);
    const content = Buffer.from(bytes.content, 'base64');
    const contrary = await signAnswer(queued.author, queued.id, made.id, 'declined');
    for (const cms of [Buffer.from(await aigul.sign(content)).toString('base64'), contrary, 'MAA='])
      expect(refused(await send(queued.author, 'POST', `${path}/answer`, { answer: 'accepted', cms }))).toEqual([
        422,
        'eds/failed',
      ]);
    expect(await states(queued)).toEqual(['open']);
    const { history } = await seen(queued);
    expect(history.filter(({ code }) => code === 'signature-refused')).toHaveLength(3);
  });

  it('are accepted once, and the opposite answer is refused', async () => {
    const path = `/requests/${queued.id}/offers/${made.id}/answer`;
    const cms = await signAnswer(queued.author, queued.id, made.id, 'accepted');
    const declined = await signAnswer(queued.author, queued.id, made.id, 'declined');
    const all = await often(() => send(queued.author, 'POST', path, { answer: 'accepted', cms }));
    expect(all.map(({ status }) => status)).toEqual(Array<number>(AT_ONCE).fill(200));
    const contrary = await send(queued.author, 'POST', path, { answer: 'declined', cms: declined });
    expect(refused(contrary)).toEqual([409, 'offer/answered-otherwise']);
    const { history } = await seen(queued);
    expect(history.filter(({ code }) => code === 'offer-accepted')).toHaveLength(1);
  });

  it('are not made while the request is decided again', async () => {
    const lines = await send(queued.officer, 'POST', `/requests/${queued.id}/offers`, place('Ясли-сад\n№ 6'));
    expect(refused(lines)).toEqual([400, 'input/invalid']);
    const again = await send(queued.officer, 'POST', `/requests/${queued.id}/offers`, place('Ясли-сад № 6'));
    expect(refused(again)).toEqual([409, 'queue/not-waiting']);
  });

  it('may end in a reasoned refusal, too', async () => {
    await decide(queued, { outcome: 'refused', ground: 'Демо', text: 'Место больше не может быть дано.' });
    await finish(platform, queued, 'portal', 'refused');
    expect(await seen(queued)).toMatchObject({ state: 'refused', earlier: [{ output: { kind: 'interim' } }] });
  });
});

describe('a place past others who wait longer', () => {
  let second: Queued;
  const acts = async () => (await head.client.get<{ acts: Act[] }>('/acts')).acts;
  interface Act {
    readonly unusual: string;
    readonly request?: string;
    readonly name?: string;
    readonly proposedBy?: string;
  }
  beforeAll(async () => {
    // Who waits longer.
    waits.push((await register(platform, 'portal')).id);
    second = await register(platform, 'portal');
    waits.push(second.id);
  });

  it('is offered by nobody alone', async () => {
    const { id, officer } = second;
    for (const one of [officer, head]) {
      const answer = await send(one, 'POST', `/requests/${id}/offers`, place('Ясли-сад № 7'));
      expect(refused(answer)).toEqual([409, 'offer/out-of-turn']);
    }
    const body = { ...place('Ясли-сад № 7'), ground: 'court' };
    expect((await send(head, 'POST', `/requests/${id}/proposals`, body)).status).toBe(403);
  });

  it('is proposed by an officer, approved by the head, and both are named to everybody whom it concerns', async () => {
    const { id, officer, author } = second;
    const proposed = await propose(second, 'Ясли-сад № 7');
    expect((await inQueue(second)).offers).toEqual([]);
    expect(await author.client.get(`/requests/${id}/queue`)).not.toHaveProperty('proposal');
    expect(await head.client.get(`/requests/${id}/queue`)).toMatchObject({ proposal: { id: proposed.id } });
    expect((await acts())[0]).toMatchObject({ unusual: 'proposed', request: id, name: officer.person.name });
    const path = `/requests/${id}/proposals/${proposed.id}/decision`;
    expect((await send(officer, 'POST', path, { decision: 'approved' })).status).toBe(403);
    expect((await send(head, 'POST', path, { decision: 'approved' })).status).toBe(200);
    expect(await states(second)).toEqual(['open']);
    const names = { name: head.person.name, proposedBy: officer.person.name };
    expect((await acts())[0]).toMatchObject({ unusual: 'out-of-turn', request: id, ...names });
    const { history } = await author.client.get<{ history: object[] }>(`/requests/${id}`);
    expect(history.at(-1)).toMatchObject({
      ...{ code: 'place-offered', by: { name: names.name }, proposed: { name: names.proposedBy } },
    });
    const auditor = await actor(platform, 'auditor-askhat');
    const { entries } = await auditor.client.get<{ entries: { route: string }[] }>(`/journal?request=${id}`);
    expect(entries.map(({ route }) => route)).toEqual(
      expect.arrayContaining(['POST /requests/{id}/proposals', 'POST /requests/{id}/proposals/{proposal}/decision']),
    );
  });

  it('declined by the head, nothing was offered', async () => {
    const other = await register(platform, 'portal');
    waits.push(other.id);
    const { id } = await propose(other, 'Ясли-сад № 8');
    const answer = await send(head, 'POST', `/requests/${other.id}/proposals/${id}/decision`, { decision: 'declined' });
    expect(answer.body).toEqual({});
    expect(await inQueue(other)).not.toHaveProperty('proposal');
    expect(await states(other)).toEqual([]);
  });
});

describe('a service without a queue', () => {
  it('has nobody waiting, no offers, and no interim approval', async () => {
    expect(await (await actor(platform, 'officer-serik')).client.get('/queue')).toEqual({ queue: [] });
    const unknown = await send(head, 'GET', '/queue?service=south-kazakhstan-unemployed-certificate');
    expect(refused(unknown)).toEqual([404, 'service/unknown']);

    const [serik, azamat] = [await actor(platform, 'officer-serik'), await actor(platform, 'applicant-azamat')];
    const draft = await draftOf(azamat, certificate(serik.person.office ?? ''));
    await submit(azamat, draft);
    await workOf(serik, draft.id);
    expect(await doWork(serik, draft.id)).toBe('accept');
    while ((await workOf(serik, draft.id)).task !== 'decide');
    await serik.client.send('PUT', `/work/${draft.id}/claim`);
    const interim = { outcome: 'approved', interim: true, fields: {} };
    expect(refused(await send(serik, 'POST', `/work/${draft.id}/decision`, interim))).toEqual([422, 'work/no-interim']);
    const early = await send(azamat, 'GET', `/requests/${draft.id}/queue`);
    expect(refused(early)).toEqual([409, 'queue/not-waiting']);
    expect(refused(await send(serik, 'POST', `/requests/${draft.id}/offers`, place('Ясли-сад № 7')))).toEqual([
      409,
      'queue/not-waiting',
    ]);
  });
});

it('leaves two executions for each request that was decided again, and one for who waits', async () => {
  await platform.kill('SIGINT');
  const executions = await readExecutions(platform.dataDir);
  const names = executions
    .map(({ name, status }) => `${name} ${status}`)
    .filter((one) => !one.endsWith('RUNNING'))
    .toSorted();
  const twice = ids.flatMap((id) => [`${id} SUCCEEDED`, `${id}-1 SUCCEEDED`]);
  expect(names).toEqual([...twice, ...waits.map((id) => `${id} SUCCEEDED`)].toSorted());
});
