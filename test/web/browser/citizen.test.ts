import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { requestTexts } from '../../../web/texts/request.ts';
import { serviceTexts } from '../../../web/texts/service.ts';
import { fill } from '../../../web/texts/text.ts';
import { channelNames } from '../../../web/texts/words.ts';
import { actor, certificate, doWork, draftOf, type Actor } from '../../flows/scene.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { until } from './outbox-scene.ts';
import { findBarriers, hasBrowser, openBrowser, sideways, visit } from './open-browser.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

const platform = new RunningPlatform();
let browser: Browser;
let citizen: Actor;
beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start()]);
  citizen = await actor(platform, 'applicant-azamat');
});
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

const words = {
  ru: {
    find: 'безраб',
    title: 'Выдача справок безработным гражданам',
    error: /^Ошибка: /,
    sik: 'СИК: нужно 16 знаков, Вы ввели 15',
    other: 'Қазақша',
    issued: 'документ выдан',
    genuine: 'Документ подлинный',
  },
  kk: {
    find: 'жұмыссыз',
    title: 'Жұмыссыз азаматтарға анықтамалар беру',
    error: /^Қате: /,
    sik: 'ӘЖК: 16 таңба керек, сіз 15 тердіңіз',
    other: 'Русский',
    issued: 'құжат берілді',
    genuine: 'Құжат түпнұсқа',
  },
} as const;

inBrowser.each([
  { language: 'ru', width: 1280, others: ['offices', 'help', 'register'] },
  { language: 'kk', width: 390, others: ['accessibility', 'privacy', 'nothing'] },
] as const)(named('a citizen, in $language on $width pixels'), ({ language, width, others }) => {
  const say = words[language];
  let context: BrowserContext;
  let page: Page;
  let complaints: readonly string[];
  let address = '';
  beforeAll(async () => {
    ({ context, page, complaints } = await visit(browser, { language, width }));
  });
  afterAll(() => context?.close());

  const isWell = async () => {
    expect(await findBarriers(context, page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    expect(await page.evaluate('document.documentElement.lang')).toBe(language);
  };
  const focused = () => page.evaluate('document.activeElement?.tagName + "#" + document.activeElement?.id');

  it('finds a service by a word of her own', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${platform.url}/`);
    await page.locator('.rows > li').first().waitFor();
    // The HTML document fetches the catalogue together with the scripts, and the page uses that and makes no second
    // request.
    expect(asked.filter((path) => path === '/services')).toHaveLength(1);
    await page.fill('#words', say.find);
    await page.selectOption('#region', 'south-kazakhstan');
    await page.getByRole('link', { name: say.title }).waitFor();
    await isWell();
    await page.getByRole('link', { name: say.title }).click();
    await page.waitForURL('**/app/services/south-kazakhstan-unemployed-certificate');
    await page.getByRole('heading', { level: 1, name: say.title }).waitFor();
    expect(await focused()).toBe('H1#');
    expect(await page.title()).toBe(`${say.title} — e-akimat`);
    const summary = fill(serviceTexts.diagramOf, language, { channel: channelNames.portal[language] });
    const diagram = page.getByRole('group').filter({ has: page.getByText(summary, { exact: true }) });
    await diagram.getByText(summary, { exact: true }).click();
    await diagram.getByRole('img').waitFor();
    expect(await diagram.getByRole('listitem').count()).toBeGreaterThan(3);
    await isWell();
  });

  it('signs in on the way, and returns to the same page', async () => {
    await page.locator('.content a.button').click();
    await page.waitForURL('**/app/sign-in?to=*');
    await page.fill('#iin', '900315 390115');
    await page.fill('#password', 'not the password');
    await page.locator('form button.button').click();
    await page.getByRole('alert').waitFor();
    await isWell();
    await page.fill('#password', platform.person('applicant-azamat').password);
    await page.locator('form button.button').click();
    await page.waitForURL('**/apply');
  });

  it('sees what is wrong, with the focus on it, in either language, and loses nothing', async () => {
    await page.fill('#sik', '000000000000000');
    await page.fill('#postalCode', '160000');
    await page.locator('form button.button').click();
    await page.getByRole('link', { name: say.sik }).waitFor();
    expect(await page.title()).toMatch(say.error);
    expect(await page.evaluate('document.activeElement?.className')).toBe('summary');
    await isWell();
    await page.getByRole('link', { name: say.sik }).click();
    expect(await focused()).toBe('INPUT#sik');
    await page.getByRole('link', { name: say.other }).click();
    await page.waitForFunction(`document.documentElement.lang !== '${language}'`);
    expect(await page.inputValue('#sik')).toBe('000000000000000');
    await page
      .locator('.languages a')
      .nth(language === 'kk' ? 0 : 1)
      .click();
    await page.reload();
    await page.locator('#sik').waitFor();
    expect([await page.inputValue('#sik'), await page.inputValue('#postalCode')]).toEqual([
      '000000000000000',
      '160000',
    ]);
  });

  it('is asked to sign in again on top of the page after the session has ended, and continues', async () => {
    await page.evaluate(
      `localStorage.setItem('session', JSON.stringify({ ...JSON.parse(localStorage.getItem('session')), refreshToken: 'gone', access: undefined }))`,
    );
    await page.reload();
    await page.getByRole('alertdialog').waitFor();
    await isWell();
    await page.getByRole('alertdialog').getByRole('button').click();
    await page.getByRole('alertdialog').locator('#iin').fill(citizen.person.iin);
    await page.getByRole('alertdialog').locator('#password').fill(platform.person('applicant-azamat').password);
    await page.getByRole('alertdialog').locator('form button.button').click();
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('#sik').waitFor();
    expect(await page.inputValue('#postalCode')).toBe('160000');
  });

  /** The bytes are downloaded and the signature is uploaded; or a GOST key file is opened in the page. */
  const signIn = {
    ru: async () => {
      await page.getByText('Подписать в другом месте').click();
      await page.locator('.way .link').click();
      const download = page.waitForEvent('download');
      await page.locator('.way a[download]').click();
      const bytes = readFileSync(await (await download).path());
      const buffer = Buffer.from(await citizen.sign(bytes));
      await page.setInputFiles('.way input[type=file]', {
        name: 'a.p7s',
        mimeType: 'application/pkcs7-signature',
        buffer,
      });
    },
    kk: async () => {
      const { gostKeyFile, keyPassword } = platform.person('applicant-azamat');
      await page.getByText('Кілт файлы (.p12)').click();
      await page.setInputFiles('.way input[type=file]', join(platform.demoDir, gostKeyFile));
      await page.fill('#key-password', 'not the password');
      await page.locator('.way .buttons .button').click();
      await page.locator('#key-password-fault').waitFor();
      await isWell();
      await page.fill('#key-password', keyPassword);
      await page.locator('.way .buttons .button').click();
    },
  };

  it('checks the answers, signs, and gets a number', async () => {
    await page.selectOption('#office', 'south-kazakhstan-employment-shymkent');
    await page.fill('#phone', '+7 725 200 00 00');
    await page.fill('#sik', '0000000000000000');
    await page.locator('form button.button').click();
    await page.waitForURL('**/check');
    await page.locator('.ways').waitFor();
    expect(await page.locator('.facts').innerText()).toContain('77252000000');
    await isWell();
    await signIn[language]();
    await page.waitForURL('**/sent');
    await page.locator('.banner strong').waitFor({ timeout: 60_000 });
    await isWell();
    address = page.url().replace('/sent', '');
  });

  it('follows the request to the document, whose number everybody can check', async () => {
    const officer = await actor(platform, 'officer-serik');
    const id = address.split('/').at(-1)!;
    await doWork(officer, id);
    await doWork(officer, id);
    await doWork(officer, id);
    await until(async () => (await citizen.client.get<{ state: string }>(`/requests/${id}`)).state === 'issued');
    await page.goto(address);
    await page.locator('.meta').getByText(say.issued).waitFor();
    await page.locator('.tracker').waitFor();
    await isWell();
    await page.getByRole('link', { name: requestTexts.genuine[language] }).click();
    await page.getByRole('heading', { name: say.genuine }).waitFor();
    await isWell();
  });

  it('sees what another window has saved since, and chooses', async () => {
    const { id } = await draftOf(citizen, certificate('south-kazakhstan-employment-shymkent'));
    await page.goto(`${platform.url}/app/requests/${id}/form`);
    await page.locator('#phone').waitFor();
    const { form } = await citizen.client.get<{ form: Record<string, string> }>(`/requests/${id}`);
    const elsewhere = { ...form, phone: '87252530009', postalCode: '160009' };
    await citizen.client.send('PUT', `/requests/${id}/form`, { form: elsewhere, formVersion: 0 });
    await page.fill('#phone', '87252530001');
    await page.fill('#postalCode', '160001');
    await page.locator('#sik').focus();
    await page.getByRole('alert').locator('fieldset').nth(1).waitFor();
    await isWell();
    await page.locator('[name=saved-phone]').nth(1).check();
    await page.getByRole('alert').locator('button').click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    expect([await page.inputValue('#phone'), await page.inputValue('#postalCode')]).toEqual(['87252530009', '160001']);
    await page.locator('form button.button').click();
    await page.waitForURL((at) => !at.pathname.endsWith('/form'));
    const kept = await citizen.client.get<{ form: unknown }>(`/requests/${id}`);
    expect(kept.form).toMatchObject({ phone: '87252530009', postalCode: '160001' });
  });

  it('stays signed in in every tab that is opened at once', async () => {
    const tabs = await Promise.all([1, 2, 3].map(() => context.newPage()));
    await Promise.all(tabs.map((tab) => tab.goto(`${platform.url}/app/account`)));
    await Promise.all(tabs.map((tab) => tab.locator('.facts').first().waitFor()));
    await Promise.all(tabs.map((tab) => tab.close()));
  });

  it('leaves nothing behind when she signs out', async () => {
    await page.locator('.person button').click();
    await page.waitForURL(`${platform.url}/`);
    expect(await page.evaluate(`[localStorage.getItem('session'), sessionStorage.length]`)).toEqual([null, 0]);
  });

  // Each once; a tour opens every page in both (test/web/tours/every-page.test.ts).
  it.each(others)('can read the page %s', async (name) => {
    await page.goto(`${platform.url}/app/${name}`);
    await page.locator('h1').waitFor();
    await isWell();
  });

  it('has no errors and no violations of the content security policy', () => {
    expect(complaints).toEqual([]);
  });
});
