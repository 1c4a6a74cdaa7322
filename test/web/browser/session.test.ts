import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { findBarriers, hasBrowser, openBrowser, visit } from './open-browser.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const title = hasBrowser ? 'a session' : 'a session (skipped: no browser)';

const platform = new RunningPlatform();
let browser: Browser;
beforeAll(async () => {
  if (hasBrowser) [browser] = await Promise.all([openBrowser(), platform.start()]);
});
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

const FORM = '/app/services/south-kazakhstan-unemployed-certificate/apply';

inBrowser(title, () => {
  let context: BrowserContext;
  let page: Page;
  let complaints: readonly string[];
  beforeAll(async () => {
    ({ context, page, complaints } = await visit(browser, { language: 'ru', width: 1280 }));
  });
  afterAll(() => context?.close());

  const kept = () => page.evaluate("JSON.parse(localStorage.getItem('session'))") as Promise<Record<string, string>>;
  const keep = (session: object) =>
    page.evaluate(`localStorage.setItem('session', ${JSON.stringify(JSON.stringify(session))})`);
  /** As if the last visit were longer ago than an access token lives. */
  const age = async () => keep({ ...(await kept()), access: undefined });
  const asksToSignIn = (tab: Page) => tab.getByRole('alertdialog').count();
  const isHere = async (tab: Page) => {
    await tab.locator('#sik').waitFor();
    expect(await asksToSignIn(tab)).toBe(0);
  };

  it('begins on the page that the visitor wanted', async () => {
    const { iin, password } = platform.person('applicant-azamat');
    await page.goto(`${platform.url}${FORM}`);
    await page.waitForURL('**/app/sign-in?to=*');
    await page.fill('#iin', iin);
    await page.fill('#password', password);
    await page.locator('form button.button').click();
    await page.waitForURL(`**${FORM}`);
    await isHere(page);
  });

  it('goes on with its access token when a page is opened anew, and renews nothing', async () => {
    const renewals: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/sessions/refresh')) renewals.push(request.url());
    });
    await page.reload();
    await page.locator('#office option').nth(1).waitFor({ state: 'attached' });
    expect([renewals, await asksToSignIn(page)]).toEqual([[], 0]);
  });

  it('survives an answer that is lost after the server has acted', async () => {
    await page.fill('#sik', '0000000000000000');
    await age();
    const before = await kept();
    let lost = 0;
    await page.route(
      '**/sessions/refresh',
      async (route) => {
        lost += 1;
        expect((await route.fetch()).status()).toBe(200);
        await route.abort();
      },
      { times: 1 },
    );
    await page.reload();
    await page.locator('#office option').nth(1).waitFor({ state: 'attached' });
    await page.goto(`${platform.url}/app/account`);
    await page.locator('.facts').first().waitFor();
    expect([lost, await asksToSignIn(page)]).toEqual([1, 0]);
    expect((await kept())['refreshToken']).not.toBe(before['refreshToken']);
  });

  it('survives a tab that still has the token just replaced', async () => {
    await age();
    const before = await kept();
    await page.reload();
    await page.locator('.facts').first().waitFor();
    const after = await kept();
    await keep(before);
    await page.reload();
    await page.locator('.facts').first().waitFor();
    expect([await asksToSignIn(page), (await kept())['refreshToken']]).toEqual([0, after['refreshToken']]);
  });

  it('warns before its end, and keeps what was typed', async () => {
    await page.goto(`${platform.url}${FORM}`);
    await isHere(page);
    await page.fill('#postalCode', '160000');
    const session = await kept();
    await keep({ ...session, endsAt: new Date(Date.now() + 3.5 * 60_000).toISOString() });
    await page.reload();
    await page.getByRole('alertdialog', { name: 'Сессия закончится через 4 минуты' }).waitFor();
    expect(await findBarriers(context, page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    expect(await page.inputValue('#postalCode')).toBe('160000');
    await keep({ ...(await kept()), endsAt: session['endsAt'] });
  });

  it('ends in every tab and removes what was typed there; each tab asks to sign in again', async () => {
    const other = await context.newPage();
    await other.goto(`${platform.url}${FORM}`);
    await isHere(other);
    await other.fill('#sik', '1111111111111111');
    await page.locator('.person button').click();
    await page.waitForURL(`${platform.url}/`);
    await other.waitForURL(`**/app/sign-in?to=${encodeURIComponent(FORM)}`);
    for (const tab of [page, other])
      expect(await tab.evaluate("[localStorage.getItem('session'), sessionStorage.length]")).toEqual([null, 0]);
    await other.close();
  });

  it('has no errors and no violations of the content security policy', () => {
    expect(complaints).toEqual([]);
  });
});
