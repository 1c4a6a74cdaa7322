import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { download } from '../../lib/local/http/client.ts';
import { sha256Hex } from '../../lib/domain/digest/sha256.ts';
import { complain, refused, reply, told, type Filed } from './complaint-scene.ts';
import { ask, problemOf } from './http.ts';
import { sweepAt } from './queue-scene.ts';
import { RunningPlatform } from './running-platform.ts';
import { actor, type Actor } from './scene.ts';

const platform = new RunningPlatform();
const cast: Record<string, Actor> = {};
let id: string;
beforeAll(async () => {
  await platform.start();
  for (const slug of [
    'applicant-azamat',
    'applicant-aigul',
    'officer-serik',
    'head-bakyt',
    'head-aliya',
    'above-nurlan',
  ])
    cast[slug] = await actor(platform, slug);
  ({ id } = await refused(platform, 'officer-serik'));
});
afterAll(() => platform.remove());

const as = (slug: string, method: string, path: string, body?: unknown) =>
  ask(method, `${platform.url}${path}`, { token: cast[slug]!.token, body });
const codeOf = async (slug: string, method: string, path: string, body?: unknown) =>
  problemOf(await as(slug, method, path, body)).code;
const refusal = { ground: 'refusal', text: 'Отказ не обоснован: я состою на учёте.' };
const answer = { outcome: 'upheld', text: 'Заявление будет рассмотрено заново.' };
const listOf = async (slug: string) =>
  ((await as(slug, 'GET', '/complaints')).body as { complaints: { id: string; mine: boolean }[] }).complaints;
const seen = () =>
  cast['applicant-azamat']!.client.get<{ complaints?: readonly Filed[]; appeal?: readonly { ru: string }[] }>(
    `/requests/${id}`,
  );
const noticesOf = async () =>
  ((await as('applicant-azamat', 'GET', '/notices')).body as { notices: { code: string; text: string }[] }).notices;

describe('a refusal that its applicant complains of', () => {
  let filed: Filed;

  it('says where it may be appealed: the page, the notice', async () => {
    expect((await seen()).appeal?.map(({ ru }) => ru).join(' ')).toContain(
      'Порядок обжалования разъясняет: Отдел занятости',
    );
    const notice = (await noticesOf()).find(({ code }) => code === 'refused');
    expect(notice?.text).toMatch(/обжаловать: Отдел занятости .*тел\./);
  });

  it('is registered with a number and a term; the head and the akimat see it, the officer and strangers do not', async () => {
    filed = await complain(cast['applicant-azamat']!, id, refusal);
    expect(filed).toMatchObject({ number: expect.stringMatching(/^SK-CO-\d{4}-000001$/), state: 'open' });
    expect((await noticesOf())[0]).toMatchObject({
      code: 'complaint-registered',
      text: expect.stringContaining(filed.number),
    });
    expect(await listOf('head-bakyt')).toMatchObject([{ id: filed.id, mine: true }]);
    expect(await listOf('above-nurlan')).toMatchObject([{ id: filed.id, mine: true }]);
    expect(await listOf('head-aliya')).toEqual([]);
    const path = `/requests/${id}/complaints/${filed.id}`;
    expect(await codeOf('officer-serik', 'GET', path)).toBe('access/denied');
    expect(JSON.stringify((await as('officer-serik', 'GET', `/requests/${id}`)).body)).not.toContain(refusal.text);
    for (const slug of ['applicant-aigul', 'head-aliya'])
      expect(await codeOf(slug, 'GET', path)).toBe('request/unknown');
    expect(await codeOf('applicant-aigul', 'POST', `/requests/${id}/complaints`, { ...refusal, cms: 'MAA=' })).toBe(
      'request/unknown',
    );
    for (const slug of ['officer-serik', 'applicant-azamat'])
      expect(await codeOf(slug, 'PUT', `${path}/answer`, answer)).toBe('access/denied');
  });

  it('goes to the akimat when its term has passed, and the applicant is told', async () => {
    await sweepAt(platform, new Date(Date.parse(filed.dueAt) + 60_000));
    expect((await seen()).complaints).toMatchObject([{ at: { code: 'south-kazakhstan-akimat' }, state: 'open' }]);
    expect((await noticesOf())[0]).toMatchObject({ code: 'complaint-passed' });
    expect(await listOf('head-bakyt')).toMatchObject([{ id: filed.id, mine: false }]);
    expect(await codeOf('head-bakyt', 'PUT', `/requests/${id}/complaints/${filed.id}/answer`, answer)).toBe(
      'complaint/above',
    );
  });

  it('is answered in writing with a signature that anybody can verify', async () => {
    await reply(cast['above-nurlan']!, id, filed.id, 'upheld');
    expect(await listOf('above-nurlan')).toEqual([]);
    const link = (await as('applicant-azamat', 'GET', `/requests/${id}/complaints/${filed.id}/answer`)).body as {
      number: string;
      sha256: string;
      document: { url: string };
      signature: { url: string };
    };
    const told = (await noticesOf()).find(({ code }) => code === 'complaint-answered');
    expect(told?.text).toContain(link.number);
    const [pdf, cms] = await Promise.all([download(link.document.url), download(link.signature.url)]);
    expect(sha256Hex(pdf)).toBe(link.sha256);
    const verified = await ask('POST', `${platform.url}/eds/verifications`, {
      body: { cms: Buffer.from(cms).toString('base64'), content: Buffer.from(pdf).toString('base64') },
    });
    expect(verified.body).toMatchObject({ verdict: 'passed' });
    const document = (
      await ask('GET', `${platform.url}/documents/${link.number}`, { headers: { accept: 'application/json' } })
    ).body;
    expect(document).toMatchObject({
      ...{ status: 'genuine', kind: 'reply', signerPosition: { ru: 'заместитель акима (демо)' }, sha256: link.sha256 },
      office: { ru: 'Акимат (Южно-Казахстанская область)' },
    });
    expect(await codeOf('head-aliya', 'GET', `/requests/${id}/complaints/${filed.id}/answer`)).toBe('request/unknown');
  });

  it('is withdrawn because the complaint was upheld: the request is decided anew, and it was no refusal any more', async () => {
    expect(await cast['applicant-azamat']!.client.get(`/requests/${id}`)).toMatchObject({
      state: 'in-progress',
      earlier: [{ withdrawn: { ground: { ru: 'Жалоба удовлетворена' } } }],
    });
    const another = { ...refusal, text: 'Отказа больше нет.', cms: 'MAA=' };
    expect(await codeOf('applicant-azamat', 'POST', `/requests/${id}/complaints`, another)).toBe(
      'complaint/no-refusal',
    );
  });

  it('may be complained of again, up to the bound', async () => {
    for (const n of [2, 3])
      await complain(cast['applicant-azamat']!, id, { ground: 'inaction', text: `${refusal.text} (${n})` });
    expect((await seen()).complaints).toHaveLength(3);
    const path = `/requests/${id}/complaints`;
    expect(await codeOf('applicant-azamat', 'POST', path, { ...told, cms: 'MAA=' })).toBe('complaint/too-many');
  });
});

it('a complaint of what the head has decided waits for the akimat, and the head may not answer it', async () => {
  const own = await refused(platform, 'head-bakyt');
  const filed = await complain(own.author, own.id, refusal);
  expect(filed.at.code).toBe('south-kazakhstan-akimat');
  expect(await codeOf('head-bakyt', 'PUT', `/requests/${own.id}/complaints/${filed.id}/answer`, answer)).toBe(
    'complaint/own-decision',
  );
});
