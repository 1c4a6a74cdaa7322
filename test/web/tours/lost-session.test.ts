import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { demoIin } from '../../../lib/local/demo/demo-number.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { hasBrowser, openBrowser } from '../browser/open-browser.ts';
import { sit } from './staff-cast.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const title = hasBrowser ? 'a session that is lost' : 'a session that is lost (skipped: no browser)';

const platform = new RunningPlatform();
let browser: Browser;
beforeAll(async () => {
  if (hasBrowser) [browser] = await Promise.all([openBrowser(), platform.start()]);
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

const scan = { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%demo\n') };

inBrowser(title, () => {
  it('while an operator types takes nothing away: they sign in on top of the page and go on', async () => {
    const { page, barriers, complaints, context } = await sit(browser, platform, {
      ...{ slug: 'operator-dinara', language: 'ru', width: 1280, path: '/app/counter' },
    });
    const typed = { '#iin': demoIin('1980-01-01', 'female', 40), '#fullName': 'Демо Келуші', '#postalCode': '160000' };
    await page.fill('#iin', typed['#iin']);
    await page.fill('#fullName', typed['#fullName']);
    await page.selectOption('#service', 'south-kazakhstan-unemployed-certificate');
    await page.selectOption('#office', 'south-kazakhstan-employment-shymkent');
    await page.fill('#postalCode', typed['#postalCode']);
    await page.evaluate(
      `localStorage.setItem('session', JSON.stringify({ ...JSON.parse(localStorage.getItem('session')), refreshToken: 'gone', access: undefined }))`,
    );
    await page.setInputFiles('.drop input[type=file]', scan);
    const dialog = page.getByRole('alertdialog');
    await dialog.waitFor();
    expect(await barriers()).toEqual([]);
    await dialog.getByRole('button').click();
    const { iin, password } = platform.person('operator-dinara');
    await dialog.locator('#iin').fill(iin);
    await dialog.locator('#password').fill(password);
    await dialog.locator('form button.button').click();
    await dialog.waitFor({ state: 'detached' });
    for (const [field, value] of Object.entries(typed)) expect(await page.inputValue(field)).toBe(value);
    const attached = page.waitForResponse(
      (answer) => answer.url().endsWith('/attachments') && answer.request().method() === 'POST',
    );
    await page.setInputFiles('.drop input[type=file]', scan);
    expect((await attached).status()).toBe(201);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
