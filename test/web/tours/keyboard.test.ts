import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { choose, fillIn, focused, signByKeyboard, tabTo, typeInto } from '../browser/desk.ts';
import { hasBrowser, openBrowser, visit } from '../browser/open-browser.ts';
import { sit } from './staff-cast.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

const platform = new RunningPlatform();
let browser: Browser;
beforeAll(async () => {
  if (hasBrowser) [browser] = await Promise.all([openBrowser(), platform.start()]);
});
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

/** Goes on by Tab, and presses what it comes to. */
const go = async (page: Page, selector: string) => {
  await tabTo(page, selector);
  await page.keyboard.press('Enter');
};
const type = async (page: Page, selector: string, text: string) => {
  await tabTo(page, selector);
  await page.keyboard.type(text);
};

inBrowser(named('without a mouse, from the first page to the document'), () => {
  let context: BrowserContext;
  let page: Page;
  let number = '';
  beforeAll(async () => {
    ({ context, page } = await visit(browser, { language: 'ru', width: 1280 }));
  });
  afterAll(() => context?.close());

  it('a citizen goes past the header, finds a service, and signs in on the way', async () => {
    await page.goto(platform.url);
    await page.locator('.rows > li').first().waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('К содержанию');
    await page.keyboard.press('Enter');
    await type(page, '#words', 'справок безработным');
    await tabTo(page, '#region');
    await choose(page, '#region', 'south-kazakhstan');
    await go(page, '.rows h3 a');
    await page.waitForURL('**/app/services/*');
    await go(page, '.content a.button');
    await page.waitForURL('**/app/sign-in*');
    const { iin, password } = platform.person('applicant-azamat');
    await type(page, '#iin', iin);
    await type(page, '#password', password);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/apply');
  });

  it('fills in, is brought to what is wrong, mends it, and reads the answers', async () => {
    await page.locator('#office').waitFor();
    await tabTo(page, '#office');
    await choose(page, '#office', 'south-kazakhstan-employment-shymkent');
    await type(page, '#postalCode', '160000');
    await type(page, '#phone', '+7 725 200 00 00');
    await type(page, '#sik', '000000000000000');
    await page.keyboard.press('Enter');
    await page.locator('.summary:focus').waitFor();
    await go(page, '.summary a');
    await page.locator('#sik:focus').waitFor();
    await page.keyboard.press('End');
    await page.keyboard.type('0');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/check');
    await page.locator('.ways').waitFor();
  });

  it('goes back to one answer and comes again', async () => {
    await go(page, '.facts a[href*="field=phone"]');
    await page.locator('#phone:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/check');
    await page.locator('.ways').waitFor();
  });

  it('signs, and is told the number with the focus on the title', async () => {
    await signByKeyboard(page, platform, 'applicant-azamat', 'keyFile');
    await page.waitForURL('**/sent');
    await page.locator('.banner strong').waitFor({ timeout: 60_000 });
    number = await page.locator('.banner strong').innerText();
    expect(await page.evaluate('document.activeElement.localName')).toBe('h1');
  });

  it('an officer takes it by keys, accepts, decides and signs', async () => {
    const seat = await sit(browser, platform, { slug: 'officer-serik', language: 'kk', width: 1280 });
    const desk = seat.page;
    await desk.locator('.keys').waitFor();
    await desk.locator('.queue tbody tr').waitFor();
    await desk.keyboard.press('n');
    await desk.locator('#task .button').first().waitFor();
    expect(await desk.locator('h1').innerText()).toBe(number);
    await desk.keyboard.press('t');
    await desk.keyboard.press('Enter');
    await desk.locator('#task form').waitFor();
    await desk.locator('#task form .field').first().waitFor();
    await fillIn(desk, '#task form', typeInto(desk));
    await go(desk, '#task form .buttons .button');
    await desk.locator('#task .ways').waitFor();
    await signByKeyboard(desk, platform, 'officer-serik', 'gostKeyFile');
    await desk.waitForURL('**/app/work');
    await desk.locator('.nothing').waitFor();
    expect(seat.complaints).toEqual([]);
  });

  it('and the citizen opens the document', async () => {
    await page.goto(`${platform.url}/app/requests?list=finished`);
    await page.locator('.rows > li', { hasText: number }).waitFor();
    await go(page, '.rows h2 a');
    await page.waitForURL(/\/app\/requests\/\w+$/);
    await tabTo(page, 'aside .link');
    const tab = context.waitForEvent('page');
    await page.keyboard.press('Enter');
    await (await tab).close();
    await go(page, 'aside a[href^="/app/verify"]');
    await page.waitForURL('**/app/verify*');
    await page.locator('.banner').waitFor();
  });
});
