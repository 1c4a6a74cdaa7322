import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessRules } from '../../lib/domain/access/rules.ts';
import { problems, type ProblemCode } from '../../lib/domain/problem/codes.ts';
import { download, UnexpectedAnswer } from '../../lib/local/http/client.ts';
import { demoScan } from '../../lib/local/story/demo-scan.ts';
import { ask, problemOf, type Answer, type Sent } from './http.ts';
import { readExecutions } from '../../bin/soak/left-behind.ts';
import { RunningPlatform } from './running-platform.ts';
import {
  actor,
  approvalOf,
  attach,
  certificate,
  doWork,
  draftOf,
  signDraft,
  submit,
  workOf,
  type Actor,
} from './scene.ts';

const platform = new RunningPlatform();
let applicant: Actor;
let officer: Actor;
let office: string;
beforeAll(async () => {
  await platform.start();
  applicant = await actor(platform, 'applicant-azamat');
  officer = await actor(platform, 'officer-serik');
  office = officer.person.office ?? '';
});
afterAll(() => platform.remove());

const send = (method: string, path: string, sent: Sent = {}) => ask(method, `${platform.url}${path}`, sent);
const asApplicant = (method: string, path: string, body?: unknown) =>
  send(method, path, { token: applicant.token, body });

/** Checks that every refusal is a problem document of its code; returns its field errors as `field rule`. */
function expectRefused(answer: Answer, code: ProblemCode): string[] {
  expect([answer.status, problemOf(answer).code]).toEqual([problems[code].status, code]);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(problemOf(answer)).toMatchObject({
    status: answer.status,
    type: `urn:e-akimat:problem:${code.replace('/', ':')}`,
  });
  return (problemOf(answer).errors ?? []).map(({ field, rule }) => `${field} ${rule}`);
}

const iin = '880414400019';
const person = { iin, fullName: 'Ахметова Сауле', password: 'отырар-кітапханасы' };

describe('what the gateway and the contracts refuse', () => {
  it.each(['/no-such', '/requests/1/2/3/4', '/work/x/claim/y', '/%D0%BF%D1%83%D1%82%D1%8C'])(
    'the unknown route %s',
    async (path) => {
      expectRefused(await send('GET', path), 'route/unknown');
    },
  );

  it('every wrong method of every route, naming the right ones', async () => {
    const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'];
    const rules: Readonly<Record<string, unknown>> = accessRules;
    for (const path of new Set(Object.keys(accessRules).map((route) => route.split(' ')[1]!))) {
      const right = methods.filter((method) => `${method} ${path}` in accessRules);
      const named = [...right, ...(rules[`GET ${path}`] === 'public' ? ['HEAD'] : []), 'OPTIONS'];
      for (const method of methods.filter((each) => !right.includes(each))) {
        const answer = await send(method, path.replace(/\{\w+\+?\}/g, 'x'));
        expectRefused(answer, 'route/method');
        expect(answer.headers.get('allow')?.split(', ').toSorted()).toEqual(named.toSorted());
      }
    }
  });

  it('HEAD where only some may read; where everybody may, it is answered like GET, without a body', async () => {
    const head = (path: string) => fetch(platform.url + path, { method: 'HEAD' });
    const [read, seen] = [await fetch(`${platform.url}/services`), await head('/services')];
    expect([seen.status, seen.headers.get('content-type'), await seen.text()]).toEqual([
      200,
      read.headers.get('content-type'),
      '',
    ]);
    expect([read.headers.get('content-length'), seen.headers.get('content-length')]).toEqual([
      expect.stringMatching(/^[1-9]/),
      read.headers.get('content-length'),
    ]);
    await read.text();
    const refused = await head('/requests');
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST, GET, OPTIONS']);
  });

  it("bodies over 1 MB, and over the gateway's limit", async () => {
    const long = (bytes: number) => send('POST', '/eds/verifications', { body: { cms: 'A'.repeat(bytes) } });
    expectRefused(await long(1_100_000), 'body/too-large');
    for (let i = 0; i < 5; i += 1) expectRefused(await long(10_600_000), 'body/too-large');
  });

  it("a body without a length that exceeds the gateway's limit", async () => {
    const piece = new Uint8Array(100_000).fill(0x20);
    let left = 150;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => (left-- > 0 ? controller.enqueue(piece) : controller.close()),
    });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${platform.url}/eds/verifications`, { method: 'POST', headers, body, duplex: 'half' });
    expect(answer.status).toBe(413);
  });

  it.each([
    ['an address that is not percent-encoded', 'GET /services?words=мұрағат HTTP/1.1', 400],
    ['headers without end', `GET / HTTP/1.1\r\nx: ${'x'.repeat(20_000)}`, 413],
    ['no HTTP', 'hello', 400],
  ])('%s, in the same form', async (_, head, status) => {
    const { hostname, port } = new URL(platform.url);
    const socket = connect(Number(port), hostname).end(`${head}\r\nhost: localhost\r\n\r\n`);
    const [first, body = ''] = (await text(socket)).split('\r\n\r\n');
    expect(first).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    const problem = JSON.parse(body) as { status: number; title: string };
    expect([problem.status, problem.title !== '']).toEqual([status, true]);
  });

  it.each<[string, Sent, ProblemCode]>([
    ['no JSON', { raw: '{"iin":', headers: { 'content-type': 'application/json' } }, 'body/malformed'],
    ['nothing', { headers: { 'content-type': 'application/json' } }, 'body/malformed'],
    [
      'no UTF-8',
      { raw: new Uint8Array([0x7b, 0xff, 0x7d]), headers: { 'content-type': 'application/json' } },
      'body/not-utf8',
    ],
    ['compressed', { body: {}, headers: { 'content-encoding': 'gzip' } }, 'body/encoding'],
    [
      'in another charset',
      { raw: '{}', headers: { 'content-type': 'application/json; charset=cp1251' } },
      'body/charset',
    ],
    [
      'nested without end',
      { raw: '['.repeat(100_000), headers: { 'content-type': 'application/json' } },
      'body/too-deep',
    ],
    ['a form', { raw: 'iin=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 'body/type'],
    ['plain text', { raw: '{}', headers: { 'content-type': 'text/plain' } }, 'body/type'],
  ])('a body that is %s', async (_, sent, code) => {
    expectRefused(await send('POST', '/accounts', sent), code);
  });

  it.each(['/services/%', '/services/%ff', '/documents/%C0%80'])('the address %s', async (path) => {
    expect(expectRefused(await send('GET', path), 'route/malformed')).toHaveLength(1);
  });

  it('a word in cp1251, which the gateway passes on as U+FFFD', async () => {
    const [head = '', tail = ''] = JSON.stringify({ ...person, password: '|' }).split('|');
    const raw = Buffer.concat([
      Buffer.from(head),
      Buffer.from([0xca, 0xe0, 0xf0, 0xe0, 0xe3, 0xe0, 0xe9]),
      Buffer.from(tail),
    ]);
    const sent = { raw: new Uint8Array(raw), headers: { 'content-type': 'application/json' } };
    expect(expectRefused(await send('POST', '/accounts', sent), 'input/characters')).toEqual(['/password utf-8']);
  });

  it('any number of unknown fields by a small answer', async () => {
    const body = Object.fromEntries(Array.from({ length: 9000 }, (_, i) => [`k${i}`, 0]));
    const answer = await send('POST', '/sessions/challenges', { body });
    expect(expectRefused(answer, 'input/invalid')).toHaveLength(20);
    expect([answer.body, answer.text.length < 8000]).toMatchObject([{ moreErrors: 8980 }, true]);
  });

  it.each<[string, object, string[]]>([
    ['unknown fields', { ...person, role: 'administrator', x: 1 }, ['/role unrecognized_keys', '/x unrecognized_keys']],
    ['missing fields', { iin }, ['/fullName invalid_type', '/password invalid_type']],
    ['a wrong check digit', { ...person, iin: '880414400018' }, ['/iin iin-check-digit']],
    ['a wrong birth date', { ...person, iin: '881314400019' }, ['/iin iin-birth-date']],
    ['a password with the IIN in it', { ...person, password: `${iin}-abc` }, ['/password password-has-iin']],
  ])('%s, by name', async (_, body, errors) => {
    expect(expectRefused(await send('POST', '/accounts', { body }), 'input/invalid')).toEqual(errors);
  });

  it.each([
    ['kk', 'kk'],
    ['ru-KZ, kk;q=0.5', 'ru'],
    ['en, kk;q=0.3', 'kk'],
    ['fr', 'ru'],
  ] as const)('in the language that %s asks for', async (asked, language) => {
    const answer = await send('GET', '/documents/unknown', { headers: { 'accept-language': asked } });
    expect(problemOf(answer).title).toBe(problems['document/unknown'][language]);
    expect(answer.headers.get('content-language')).toBe(language);
  });

  it('fields of a form by the rule that they break, and missing fields only at the signature', async () => {
    const form = {
      iin: platform.person('applicant-aigul').iin,
      postalCode: '16',
      phone: 'нет',
      sik: '1'.repeat(17),
      x: '1',
    };
    const { service, channel } = certificate(office);
    const wrong = expectRefused(
      await asApplicant('POST', '/requests', { service, channel, office, form }),
      'form/invalid',
    );
    expect(wrong.toSorted()).toEqual([
      '/form/iin applicant-iin',
      '/form/phone format',
      '/form/postalCode length',
      '/form/sik length',
      '/form/x unknown-field',
    ]);
    const empty = await applicant.client.send<{ id: string }>('POST', '/requests', { service, channel, office });
    const missing = expectRefused(await asApplicant('GET', `/requests/${empty.id}/signable`), 'form/invalid');
    expect(missing).toContain('/form/iin required');
    expect(missing.every((error) => error.endsWith(' required'))).toBe(true);
  });

  it('services, channels and offices that do not belong together', async () => {
    const application = certificate(office);
    const create = (more: object) => asApplicant('POST', '/requests', { ...application, ...more });
    expectRefused(await create({ service: 'no-such-service' }), 'service/unknown');
    expectRefused(await create({ channel: 'con' }), 'service/channel');
    expectRefused(await create({ office: 'no-such-office' }), 'service/office');
  });
});

interface Seen {
  readonly state: string;
  readonly number?: string;
  readonly history: readonly { readonly code: string; readonly facts?: Record<string, string> }[];
}

describe('limits for one address', () => {
  // Loopback has many addresses on Linux; elsewhere it has only 127.0.0.1.
  const flood = process.platform === 'linux' ? it : it.skip;
  flood('a flood of sign-ins from one address is told to wait, and everybody else can sign in', async () => {
    const knock = (localAddress: string) =>
      new Promise<{ status?: number | undefined; retry?: string | undefined }>((resolve, reject) => {
        const asked = request(`${platform.url}/sessions`, { method: 'POST', localAddress }, (answer) => {
          answer.resume();
          resolve({ status: answer.statusCode, retry: answer.headers['retry-after'] });
        });
        asked.on('error', reject).end('{}');
      });
    const answers = [];
    // On a busy machine the first of them may be older than a minute before the last comes; then some more are needed.
    while (answers.length < 1000 && answers.at(-1)?.retry === undefined) answers.push(await knock('127.0.0.2'));
    // Others are refused by the route's own limit, which all share: it is full again within two seconds.
    expect(answers.length).toBeGreaterThan(120);
    expect(answers.at(-1)).toEqual({ status: 429, retry: '60' });
    expect((await knock('127.0.0.3')).retry).toBeUndefined();
    const signIn = () => send('POST', '/sessions', { body: { iin, password: 'x' } });
    let answer = await signIn();
    while (answer.status === 429 && answer.headers.get('retry-after') === null) answer = await signIn();
    expectRefused(answer, 'session/refused');
  });
});

describe('refused submissions leave a draft', () => {
  const drafts: string[] = [];

  /** The draft is unchanged; the history has what happened, and nothing was started. */
  async function expectStillDraft({ client }: Actor, id: string, last: string) {
    drafts.push(id);
    const { state, number, history } = await client.get<Seen>(`/requests/${id}`);
    expect({ state, number, last: history.at(-1)?.code }).toEqual({ state: 'draft', number: undefined, last });
    expect(history.some(({ code }) => code === 'submitted')).toBe(false);
  }

  const submission = (author: Actor, id: string, cms: string) =>
    send('POST', `/requests/${id}/submission`, { token: author.token, body: { cms } });
  const signable = (author: Actor, id: string) => send('GET', `/requests/${id}/signable`, { token: author.token });
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  const failedChecks = (answer: Answer) => {
    const { report } = answer.body as { report: Report };
    return [...report.checks, ...report.signers.flatMap(({ checks }) => checks)]
      .filter(({ status }) => status === 'failed')
      .map(({ code }) => code);
  };

  it.each<[string, (draft: string, content: Buffer) => Promise<string>]>([
    [
      'signed by somebody else',
      async (_, content) => base64(await (await actor(platform, 'applicant-aigul')).sign(content)),
    ],
    [
      'over other content',
      async (_, content) => base64(await applicant.sign(Buffer.concat([content, Buffer.from(' ')]))),
    ],
    [
      'with a bit turned',
      async (_, content) => {
        const cms = Buffer.from(await applicant.sign(content));
        cms[cms.length - 20]! ^= 1;
        return base64(cms);
      },
    ],
    ['that is no CMS', async () => 'MAA='],
    [
      'over what the draft was before it changed',
      async (id, content) => {
        const { form } = await applicant.client.get<{ form: object }>(`/requests/${id}`);
        await applicant.client.send('PUT', `/requests/${id}/form`, {
          form: { ...form, postalCode: '160013' },
          formVersion: 0,
        });
        return base64(await applicant.sign(content));
      },
    ],
  ])('a signature %s', async (_, spoil) => {
    const { id } = await draftOf(applicant, certificate(office));
    const { content } = await applicant.client.get<{ content: string }>(`/requests/${id}/signable`);
    const answer = await submission(applicant, id, await spoil(id, Buffer.from(content, 'base64')));
    expectRefused(answer, 'eds/failed');
    expect(failedChecks(answer)).not.toEqual([]);
    await expectStillDraft(applicant, id, 'signature-refused');
  });

  it('a signature with a revoked certificate', async () => {
    const revoked = await actor(platform, 'applicant-revoked');
    const { id } = await draftOf(revoked, certificate(office));
    const answer = await submission(revoked, id, await signDraft(revoked, id));
    expectRefused(answer, 'eds/failed');
    expect(failedChecks(answer).join(' ')).toMatch(/revo/);
    await expectStillDraft(revoked, id, 'signature-refused');
  });

  it('scans that the bucket refuses, because they are longer than declared or different', async () => {
    const scan = await demoScan();
    for (const declared of [
      { name: 'longer.pdf', size: scan.length + 1 },
      { name: 'other.pdf', sha256: '0'.repeat(64) },
    ]) {
      const { id } = await draftOf(applicant, certificate(office));
      const refused = await attach(applicant, id, scan, declared).catch((error: unknown) => error);
      expect((refused as UnexpectedAnswer).message).toMatch(/^PUT of a scan answered 4\d\d/);
      expect(expectRefused(await signable(applicant, id), 'attachment/not-uploaded')).toEqual([
        expect.stringMatching(/^\/attachments\/\w+ uploaded$/),
      ]);
      await expectStillDraft(applicant, id, 'attachment-added');
    }
  });

  it('a scan whose content is not of the declared type', async () => {
    const { id } = await draftOf(applicant, certificate(office));
    const attachment = await attach(applicant, id, await demoScan(), { name: 'photo.png', type: 'image/png' });
    expect(expectRefused(await signable(applicant, id), 'attachment/not-uploaded')).toEqual([
      `/attachments/${attachment} type`,
    ]);
    await expectStillDraft(applicant, id, 'attachment-added');
  });

  it('the twenty-first scan', async () => {
    const { id } = await draftOf(applicant, certificate(office));
    const announce = (name: string) =>
      asApplicant('POST', `/requests/${id}/attachments`, {
        ...{ name, type: 'application/pdf', size: 1, sha256: '0'.repeat(64) },
      });
    for (let scan = 2; scan <= 20; scan += 1) expect((await announce(`${scan}.pdf`)).status).toBe(201);
    expectRefused(await announce('21.pdf'), 'attachment/too-many');
    await expectStillDraft(applicant, id, 'attachment-added');
  });

  describe('and signatures of outputs', () => {
    it('by an individual, by another officer, or over other bytes leave the document unsigned', async () => {
      const draft = await draftOf(applicant, certificate(office));
      await submit(applicant, draft);
      await doWork(officer, draft.id);
      expectRefused(
        await send('POST', `/work/${draft.id}/signature`, { token: officer.token, body: { cms: 'MAA=' } }),
        'output/not-ready',
      );
      while ((await workOf(officer, draft.id)).task !== 'decide');
      const early = { token: officer.token, body: await approvalOf(officer.client, draft.id, applicant.person.iin) };
      expectRefused(await send('POST', `/work/${draft.id}/decision`, early), 'work/not-claimed');
      await doWork(officer, draft.id);
      while ((await workOf(officer, draft.id)).task !== 'sign');
      await officer.client.send('PUT', `/work/${draft.id}/claim`);

      const { document } = await officer.client.get<{ document: { url: string } }>(`/work/${draft.id}/output`);
      const pdf = await download(document.url);
      const rival = await actor(platform, 'officer-gulnar');
      for (const cms of await Promise.all([applicant.sign(pdf), rival.sign(pdf), officer.sign(pdf.subarray(1))])) {
        const answer = await send('POST', `/work/${draft.id}/signature`, {
          token: officer.token,
          body: { cms: base64(cms) },
        });
        expectRefused(answer, 'eds/failed');
        expect(failedChecks(answer)).not.toEqual([]);
      }
      const { history, state } = await applicant.client.get<Seen>(`/requests/${draft.id}`);
      expect([state, history.some(({ code }) => code === 'output-signed')]).toEqual(['decided', false]);
      expectRefused(await asApplicant('GET', `/requests/${draft.id}/output`), 'output/not-ready');
    });
  });

  it('start no execution', async () => {
    await platform.kill('SIGINT');
    const names = (await readExecutions(platform.dataDir)).map(({ name }) => name);
    expect(names.filter((name) => drafts.includes(name))).toEqual([]);
    expect(names).toHaveLength(1);
  });
});

interface Report {
  readonly checks: readonly Check[];
  readonly signers: readonly { readonly checks: readonly Check[] }[];
}
interface Check {
  readonly code: string;
  readonly status: string;
}
