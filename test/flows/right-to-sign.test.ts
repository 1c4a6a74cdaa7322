import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { download } from '../../lib/local/http/client.ts';
import { readPdfText } from '../lib/domain/output/read-pdf.ts';
import { ask, problemOf } from './http.ts';
import { RunningPlatform } from './running-platform.ts';
import { actor, decided, doWork, letSign, workOf, type Actor } from './scene.ts';

const platform = new RunningPlatform();
let [applicant, serik, gulnar, head]: Actor[] = [];
beforeAll(async () => {
  await platform.start();
  const slugs = ['applicant-azamat', 'officer-serik', 'officer-gulnar', 'head-bakyt'];
  [applicant, serik, gulnar, head] = await Promise.all(slugs.map((slug) => actor(platform, slug)));
});
afterAll(() => platform.remove());

const toSign = () => decided(applicant!, serik!);
const as = ({ token }: Actor, method: string, path: string, body?: object) =>
  ask(method, `${platform.url}${path}`, { token, ...(body && { body }) });
const codeOf = async (answer: ReturnType<typeof as>) => [(await answer).status, problemOf(await answer).code];

interface Issued {
  readonly state: string;
  readonly output?: { readonly number: string; readonly signedBy: object };
}

/** Waits for the signed document; what its page, the register and the API say of who signed. */
async function signersOf(id: string) {
  let seen: Issued;
  do seen = await applicant!.client.get<Issued>(`/requests/${id}`);
  while (seen.state !== 'issued');
  const { document } = await applicant!.client.get<{ document: { url: string } }>(`/requests/${id}/output`);
  const register = await as(applicant!, 'GET', `/documents/${seen.output!.number}`);
  return {
    pages: readPdfText(await download(document.url)).join(' '),
    api: seen.output!.signedBy,
    register: register.body as { signerRole: string; signerPosition: object },
  };
}

it('an officer without a mandate cannot claim the signature; with one they sign, and are named as what they are', async () => {
  const id = await toSign();
  expect(await codeOf(as(gulnar!, 'PUT', `/work/${id}/claim`))).toEqual([403, 'work/no-mandate']);
  await letSign(head!, gulnar!);
  expect(await doWork(gulnar!, id)).toBe('sign');

  const { pages, api, register } = await signersOf(id);
  const position = { kk: 'главный специалист (демо)', ru: 'главный специалист (демо)' };
  expect(pages).toContain(`Главный специалист (демо) ${gulnar!.person.name}`);
  expect(api).toEqual({ name: gulnar!.person.name, position, role: 'mio-officer' });
  expect(register).toMatchObject({ signerRole: 'mio-officer', signerPosition: position });
});

it('a mandate that ends between claim and signature signs nothing: the work goes back, and the head signs as head', async () => {
  const id = await toSign();
  const account = await letSign(head!, gulnar!);
  await gulnar!.client.send('PUT', `/work/${id}/claim`);
  const { document } = await gulnar!.client.get<{ document: { url: string } }>(`/work/${id}/output`);
  const cms = Buffer.from(await gulnar!.sign(await download(document.url))).toString('base64');
  await head!.client.send('DELETE', `/mandates/${account}`);

  expect(await codeOf(as(gulnar!, 'POST', `/work/${id}/signature`, { cms }))).toEqual([403, 'work/no-mandate']);
  expect(await workOf(head!, id)).not.toHaveProperty('claimedBy');
  expect(await codeOf(as(gulnar!, 'PUT', `/work/${id}/claim`))).toEqual([403, 'work/no-mandate']);

  expect(await doWork(head!, id)).toBe('sign');
  const { pages, api, register } = await signersOf(id);
  expect(pages).toContain(`Начальник отдела ${head!.person.name}`);
  expect(pages).not.toContain(gulnar!.person.name);
  expect(api).toMatchObject({ role: 'mio-head', position: { ru: 'Начальник отдела' } });
  expect(register).toMatchObject({ signerRole: 'mio-head', signerPosition: { ru: 'Начальник отдела' } });
});

it('nobody has a mandate by themselves, and a head gives none in another office', async () => {
  const own = await head!.client.get<{ id: string }>('/account');
  const erlan = await (await actor(platform, 'officer-erlan')).client.get<{ id: string }>('/account');
  const body = { lastDay: '2999-01-01' };
  expect(await codeOf(as(head!, 'PUT', `/mandates/${own.id}`, body))).toEqual([403, 'mandate/own']);
  expect(await codeOf(as(gulnar!, 'PUT', `/mandates/${own.id}`, body))).toEqual([403, 'access/denied']);
  expect(await codeOf(as(head!, 'DELETE', `/mandates/${erlan.id}`))).toEqual([404, 'staff/unknown']);
});
