import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { findBarriers, hasBrowser, openBrowser, sideways, visit } from '../browser/open-browser.ts';
import { settle } from './look.ts';
import { signIn } from './staff-cast.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const title = hasBrowser ? 'applying for an organisation' : 'applying for an organisation (skipped: no browser)';
const service = 'south-kazakhstan-archival-certificate';

const platform = new RunningPlatform();
let browser: Browser;
beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start()]);
});
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

const words = {
  ru: { organisation: 'От имени организации', keyFile: 'Файл ключа (.p12)', fault: /Нужен БИН организации/ },
  kk: { organisation: 'Ұйымның атынан', keyFile: 'Кілт файлы (.p12)', fault: /Ұйымның БСН-і керек/ },
} as const;

/** As far as the signature, in the name of the company; a wrong BIN is refused on the way. */
async function fillIn(page: Page, slug: string, language: 'ru' | 'kk') {
  const { bin, name } = platform.person(slug).organisation!;
  await signIn(page, platform, slug);
  await page.goto(`${platform.url}/app/services/${service}/apply`);
  await page.getByLabel(words[language].organisation).check();
  await page.fill('#bin', `${bin.slice(0, 11)}${(Number(bin[11]) + 1) % 10}`);
  await page.selectOption('#office', 'south-kazakhstan-archives-shymkent');
  await page.fill('#phone', '87252000000');
  await page.fill('#certificateType', 'о стаже');
  await page.fill('#subject', 'стаж работников за 1990 год');
  await page.locator('form button.button').click();
  await page.locator('.summary a').getByText(words[language].fault).click();
  expect(await page.evaluate('document.activeElement?.id')).toBe('bin');
  await page.fill('#bin', bin.replace(/(\d{6})/u, '$1 '));
  await page.locator('form button.button').click();
  await page.waitForURL(/\/(scans|check)$/u);
  await page.goto(page.url().replace('/scans', '/check'));
  await page.locator('.ways').waitFor();
  expect(await page.locator('.facts').innerText()).toContain(bin);
  return { bin, name };
}

async function sign(page: Page, slug: string, language: 'ru' | 'kk') {
  const { keyFile, keyPassword } = platform.person(slug);
  await page.getByText(words[language].keyFile).click();
  await page.setInputFiles('.way input[type=file]', join(platform.demoDir, keyFile));
  await page.fill('#key-password', keyPassword);
  await page.locator('.way .buttons .button').click();
}

inBrowser(title, () => {
  it('its head signs with its key, and the pages name it', async () => {
    const { context, page, complaints } = await visit(browser, { language: 'ru', width: 1280 });
    const { bin, name } = await fillIn(page, 'company-head-marat', 'ru');
    await settle(page);
    expect(await findBarriers(context, page)).toEqual([]);
    await sign(page, 'company-head-marat', 'ru');
    await page.waitForURL('**/sent');
    await page.locator('.banner strong').waitFor({ timeout: 60_000 });
    const named = `${name}, БИН ${bin}`;
    expect(await page.locator('main').innerText()).toContain(named);
    await page.goto(page.url().replace('/sent', ''));
    await page.locator('main').getByText(named, { exact: true }).waitFor();
    await page.goto(`${platform.url}/app/requests`);
    await page.locator('.rows').getByText(named).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('an employee hears, before anything is sent, whose key is needed', async () => {
    const { context, page, complaints } = await visit(browser, { language: 'kk', width: 390 });
    await fillIn(page, 'company-employee-dana', 'kk');
    expect(await sideways(page)).toBe(0);
    await sign(page, 'company-employee-dana', 'kk');
    await page
      .locator('.way')
      .getByText(/бірінші басшының немесе қол қою құқығы бар адамның/u)
      .first()
      .waitFor();
    await settle(page);
    expect(await findBarriers(context, page)).toEqual([]);
    expect(page.url()).toMatch(/\/check$/u);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('a service for people alone has no such choice', async () => {
    const { context, page } = await visit(browser, { language: 'ru', width: 1280 });
    await signIn(page, platform, 'applicant-azamat');
    await page.goto(`${platform.url}/app/services/south-kazakhstan-unemployed-certificate/apply`);
    await page.locator('#sik').waitFor();
    await settle(page);
    expect(await page.getByLabel(words.ru.organisation).count()).toBe(0);
    await context.close();
  });
});
