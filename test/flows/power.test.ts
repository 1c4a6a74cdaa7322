import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { addPerson } from '../../lib/local/demo/add-person.ts';
import { demoPowers } from '../../lib/local/demo/demo-powers.ts';
import { download } from '../../lib/local/http/client.ts';
import { readPdfText } from '../lib/domain/output/read-pdf.ts';
import { fill, type Field } from '../../lib/local/story/fill.ts';
import { ask, problemOf } from './http.ts';
import { RunningPlatform } from './running-platform.ts';
import { actor, doWork, enter, letSign, submit, type Actor } from './scene.ts';

const service = 'mangystau-guardianship-certificate';
const office = 'mangystau-education';
const platform = new RunningPlatform();
let operator: Actor;
let officer: Actor;
beforeAll(async () => {
  await platform.start();
  const add = (role: 'con-operator' | 'mio-officer' | 'mio-head', place: string) =>
    addPerson({ role, office: place }, platform.demoDir, platform.url);
  operator = await enter(platform, await add('con-operator', 'mangystau-con'));
  officer = await enter(platform, await add('mio-officer', office));
  await letSign(await enter(platform, await add('mio-head', office)), officer);
});
afterAll(() => platform.remove());

const [power, ofUnknown] = demoPowers;
const acting = {
  representativeIin: power!.representative,
  representativeName: 'Демо Айгүл Үлгіқызы',
  powerNumber: power!.number,
  powerIssuedOn: power!.issuedOn,
  powerUntil: power!.until,
  powerNotary: 'Демо Нотариус',
};

interface Seen {
  readonly id: string;
  readonly state: string;
  readonly because?: string;
  readonly representative?: unknown;
  readonly history: readonly { readonly code: string; readonly facts?: Readonly<Record<string, string>> }[];
}

const begin = async (principal: string, form: Readonly<Record<string, string>>) => {
  const { fields } = await operator.client.get<{ fields: readonly Field[] }>(`/services/${service}`);
  const name = platform.people.find(({ iin }) => iin === principal)?.name ?? 'Демо Сенім Беруші';
  const applicant = { iin: principal, fullName: name, language: 'ru' };
  const body = { service, channel: 'con', office, applicant, form: { ...fill(fields, principal), ...form } };
  return ask('POST', `${platform.url}/requests`, { token: operator.token, body });
};
const show = (id: string) => operator.client.get<Seen>(`/requests/${id}`);

/** Files at the counter, and waits until the registers have answered. */
async function file(principal: string, form: Readonly<Record<string, string>>): Promise<Seen> {
  const { status, text, body } = await begin(principal, form);
  expect([status, text]).toEqual([201, expect.any(String)]);
  const { id } = body as { id: string };
  await submit(operator, { id, attachment: '' });
  for (;;) {
    const seen = await show(id);
    if (seen.state !== 'submitted') return seen;
    await wait(25);
  }
}
const asked = ({ history }: Seen) => history.find(({ code }) => code === 'registry-asked')?.facts;

it.each([
  ['a number that ЕНИС does not know', power!.principal, { ...acting, powerNumber: 'ПОДДЕЛКА № 0' }, 'enis:power'],
  [
    "the right number with another person's IIN",
    power!.principal,
    { ...acting, representativeIin: '880414400019' },
    'enis:power',
  ],
  ['the right number for another applicant', '880414400019', acting, 'enis:power'],
  ['a term longer than the power has', power!.principal, { ...acting, powerUntil: '2046-01-14' }, 'enis:power'],
  [
    'an applicant whom ГБД ФЛ does not know',
    ofUnknown!.principal,
    { ...acting, powerNumber: ofUnknown!.number, powerIssuedOn: ofUnknown!.issuedOn, powerUntil: ofUnknown!.until },
    'gbd-fl:applicant',
  ],
  [
    'a representative whom ГБД ФЛ does not know',
    power!.principal,
    { ...acting, representativeIin: ofUnknown!.principal },
    'gbd-fl:representative enis:power',
  ],
])('refuses %s', async (_, principal, form, missing) => {
  const seen = await file(principal, form);
  expect(seen).toMatchObject({ state: 'turned-away', because: 'no-registry-data' });
  expect(asked(seen)).toEqual({ answer: 'absent', missing });
});

it('refuses half a power of attorney, a past one, and one for the applicant or the operator', async () => {
  const half = (await begin(power!.principal, { powerNumber: 'ПОДДЕЛКА № 0' })).body as { id: string };
  const signable = await ask('GET', `${platform.url}/requests/${half.id}/signable`, { token: operator.token });
  expect([signable.status, problemOf(signable).errors?.map(({ rule }) => rule)]).toEqual([
    422,
    ['together', 'together', 'together', 'together', 'together'],
  ]);
  for (const [form, rule] of [
    [{ ...acting, powerUntil: '2026-01-16' }, 'not-past'],
    [{ ...acting, powerIssuedOn: '2036-01-15' }, 'not-future'],
    [{ ...acting, representativeIin: power!.principal }, 'of-another'],
    [{ ...acting, representativeIin: '880414400018' }, 'iin-check-digit'],
  ] as const)
    expect(problemOf(await begin(power!.principal, form)).errors?.map((each) => each.rule)).toContain(rule);
  const own = { ...acting, representativeIin: operator.person.iin };
  expect(problemOf(await begin(power!.principal, own)).code).toBe('work/own-request');
  const body = { form: own, formVersion: 0 };
  const changed = await ask('PUT', `${platform.url}/requests/${half.id}/form`, { token: operator.token, body });
  expect(problemOf(changed).code).toBe('work/own-request');
});

it('on the portal the applicant acts alone', async () => {
  const azamat = await actor(platform, 'applicant-azamat');
  const body = { service, channel: 'portal', office, form: acting };
  const answer = await ask('POST', `${platform.url}/requests`, { token: azamat.token, body });
  expect(problemOf(answer).errors?.map(({ rule }) => rule)).toContain('unknown-field');
});

it('a known power is named in the request, its history, the receipt and the document', async () => {
  const { id, state } = await file(power!.principal, acting);
  expect(state).not.toBe('turned-away');
  const seen = await show(id);
  expect(asked(seen)).toEqual({ answer: 'found' });
  const { representativeIin: iin, representativeName: fullName, powerNotary: notary } = acting;
  const { number, issuedOn, until } = power!;
  expect(seen.representative).toEqual({ iin, fullName, power: { number, issuedOn, until, notary } });
  expect(seen.history.find(({ code }) => code === 'submitted')?.facts).toEqual({ actsBy: 'power' });
  const { receipt } = await operator.client.get<{ receipt: unknown }>(`/requests/${id}/receipt`);
  expect(JSON.stringify(receipt)).toContain(`${fullName}, ИИН ${iin}; доверенность № ${number} от 15.01.2026`);

  expect([await doWork(officer, id), await doWork(officer, id), await doWork(operator, id)]).toEqual([
    'decide',
    'sign',
    'hand-over',
  ]);
  for (let now = ''; now !== 'issued';) ({ state: now } = await show(id));
  const { document } = await operator.client.get<{ document: { url: string } }>(`/requests/${id}/output`);
  const text = readPdfText(await download(document.url))
    .join(' ')
    .replaceAll(/\s+/g, ' ');
  expect(text).toContain(`ИИН ${iin}; доверенность № ${number}`);
  expect(text).toContain(`ЖСН ${iin}; 15.01.2026 берілген № ${number} сенімхат`);
});
