import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { setStage } from '../../../bin/browser/stage.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { findBarriers, hasBrowser, openBrowser, visit } from '../browser/open-browser.ts';
import { settle } from './look.ts';
import { signIn } from './staff-cast.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const title = hasBrowser ? 'notices' : 'notices (skipped: no browser)';

const platform = new RunningPlatform();
let browser: Browser;
beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start()]);
  await setStage(platform);
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

inBrowser(title, () => {
  it('are unread until somebody opens them, and the header says how many and whose they are', async () => {
    const { context, page, complaints } = await visit(browser, { language: 'ru', width: 390 });
    await signIn(page, platform, 'applicant-azamat');
    await page.goto(`${platform.url}/app/requests`);
    await page.locator('.unread').waitFor();
    expect(await page.locator('.person .name').innerText()).toBe('Демо Азамат Үлгіұлы');
    const all = Number(await page.locator('.unread b').innerText());
    expect(await page.locator('.tabs a').allInnerTexts()).toEqual([
      expect.stringMatching(/^Открытые [1-9]/),
      expect.stringMatching(/^Не отправленные [1-9]/),
      expect.stringMatching(/^Завершённые [1-9]/),
    ]);
    await page.locator('.unread').click();
    await page.locator('.rows > li').first().waitFor();
    expect(await page.locator('.rows .tag').allInnerTexts()).toEqual(Array.from({ length: all }, () => 'новое'));
    await page.locator('.unread').waitFor({ state: 'detached' });
    await settle(page);
    expect(await findBarriers(context, page)).toEqual([]);
    await page.reload();
    await page.locator('.rows > li').first().waitFor();
    await page.locator('.person .name').waitFor();
    expect(await page.locator('.rows .tag, .unread').count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
