import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { download } from '../../lib/local/http/client.ts';
import { readPdfText } from '../lib/domain/output/read-pdf.ts';
import { fill, type Field } from '../../lib/local/story/fill.ts';
import { ask, problemOf } from './http.ts';
import { RunningPlatform } from './running-platform.ts';
import { actor, doWork, signDraft, submit, workOf, type Actor } from './scene.ts';

const service = 'south-kazakhstan-archival-certificate';
const platform = new RunningPlatform();
let [head, employee, archive]: Actor[] = [];
beforeAll(async () => {
  await platform.start();
  const slugs = ['company-head-marat', 'company-employee-dana', 'head-zhanna'];
  [head, employee, archive] = await Promise.all(slugs.map((slug) => actor(platform, slug)));
});
afterAll(() => platform.remove());

const companyOf = ({ person }: Actor) => platform.people.find(({ iin }) => iin === person.iin)!.organisation!;
const as = ({ token }: Actor, method: string, path: string, body?: object) =>
  ask(method, `${platform.url}${path}`, { token, ...(body && { body }) });

/** A complete draft, in the name of the organisation or their own. */
async function begin(author: Actor, organisation?: { readonly bin: string }): Promise<string> {
  const { fields } = await author.client.get<{ fields: readonly Field[] }>(`/services/${service}`);
  const { id } = await author.client.send<{ id: string }>('POST', '/requests', {
    ...{ service, channel: 'portal', office: archive!.person.office, form: fill(fields, author.person.iin) },
    ...(organisation && { organisation: { bin: organisation.bin } }),
  });
  return id;
}

interface Shown {
  readonly state: string;
  readonly number?: string;
  readonly organisation?: { readonly bin: string; readonly name?: string };
  readonly applicant: { readonly fullName: string; readonly iin: string };
  readonly output?: { readonly number: string };
}
const show = (who: Actor, id: string) => who.client.get<Shown>(`/requests/${id}`);

it('the head applies for the organisation and gets a certificate that names it, and no IIN', async () => {
  const { bin, name } = companyOf(head!);
  const id = await begin(head!, { bin });
  expect((await show(head!, id)).organisation).toEqual({ bin });
  await submit(head!, { id, attachment: '' });
  const work = await workOf(archive!, id);
  expect(work).toMatchObject({ organisation: { bin, name } });
  expect((await as(archive!, 'GET', `/work/${id}`)).body).toMatchObject({ request: { organisation: { bin, name } } });
  let seen: Shown;
  for (;;) {
    seen = await show(head!, id);
    if (seen.state === 'issued') break;
    if (await as(archive!, 'GET', `/work/${id}`).then(({ status }) => status === 200)) await doWork(archive!, id);
    else await wait(50);
  }
  const { person } = head!;
  const { document } = await head!.client.get<{ document: { url: string } }>(`/requests/${id}/output`);
  const page = readPdfText(await download(document.url))
    .join(' ')
    .replaceAll(/\s+/gu, ' ');
  for (const said of [name, bin, 'БСН', 'БИН', 'От имени организации', 'Ұйым атынан', person.name.toUpperCase()])
    expect(page.toUpperCase()).toContain(said.toUpperCase());
  expect(page).not.toContain(person.iin);

  const { receipt } = await head!.client.get<{ receipt: object }>(`/requests/${id}/receipt`);
  for (const said of [name, bin, person.iin]) expect(JSON.stringify(receipt)).toContain(said);

  const register = await ask('GET', `${platform.url}/documents/${seen.output!.number}`);
  expect(register.body).toMatchObject({ status: 'genuine', organisation: { bin, name } });
  expect(JSON.stringify(register.body)).not.toContain(person.iin);
  const { requests } = await head!.client.get<{ requests: readonly Shown[] }>('/requests');
  expect(requests.find((each) => each.number === seen.number)).toMatchObject({ organisation: { bin, name } });
  const { notices } = await head!.client.get<{ notices: readonly { readonly text: string }[] }>('/notices');
  expect(notices.length).toBeGreaterThan(1);
  for (const { text } of notices) expect(text).toContain(`${name}, БИН ${bin}`);
});

it('an employee without the right to sign may fill in the form and not sign it, and hears why', async () => {
  const id = await begin(employee!, companyOf(employee!));
  const refused = await as(employee!, 'POST', `/requests/${id}/submission`, { cms: await signDraft(employee!, id) });
  expect([refused.status, problemOf(refused).code]).toEqual([422, 'eds/failed']);
  expect(refused.body).toMatchObject({
    errors: [{ field: '/cms', rule: 'no-right-to-sign', text: expect.stringContaining('первого руководителя') }],
  });
  expect((await show(employee!, id)).state).toBe('draft');
});

it.each([
  ['a private person for an organisation', 'applicant-azamat', '120140090815', 'organisation-needed'],
  ['the head for another organisation', 'company-head-marat', '120140090111', 'bin-differs'],
  ['the head for themselves', 'company-head-marat', undefined, 'individual-needed'],
])('%s is refused', async (_, slug, bin, rule) => {
  const author = await actor(platform, slug);
  const id = await begin(author, bin === undefined ? undefined : { bin });
  const refused = await as(author, 'POST', `/requests/${id}/submission`, { cms: await signDraft(author, id) });
  expect([refused.status, problemOf(refused).code]).toEqual([422, 'eds/failed']);
  expect((refused.body as { errors: object[] }).errors).toContainEqual(
    expect.objectContaining({ field: '/cms', rule }),
  );
});

it('a colleague of the same organisation sees nothing of the request', async () => {
  const id = await begin(head!, companyOf(head!));
  expect((await as(employee!, 'GET', `/requests/${id}`)).status).toBe(404);
  expect((await as(employee!, 'GET', `/requests/${id}/signable`)).status).toBe(404);
});
