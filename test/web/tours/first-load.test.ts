import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { firstLoads } from '../../../web/first-load.ts';
import { routes } from '../../../web/routes.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { hasBrowser, openBrowser, visit } from '../browser/open-browser.ts';
import { gatherCast, type Cast } from './cast.ts';
import { signIn } from './staff-cast.ts';
import { stops } from './stops.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const title = hasBrowser ? 'what a document asks for its page' : 'first answers (skipped: no browser)';

const platform = new RunningPlatform();
let browser: Browser;
let cast: Cast;
beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start(0, '--unthrottled')]);
  cast = await gatherCast(platform);
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

/** One visit to each page that has a row. */
const asking = Object.keys(firstLoads).map((path) => {
  const { page, who } = routes.find((route) => route.path === path)!;
  const role = who === 'everybody' ? undefined : who[0];
  const index = routes.filter((route) => route.page === page).findIndex((route) => route.path === path);
  const { at } = stops.filter((stop) => stop.page === page && stop.role === role)[index]!;
  return { path, role, at };
});

inBrowser(title, () => {
  it.each(asking)('$path: is asked once, and the page uses it', async (stop) => {
    const { context, page } = await visit(browser, { language: 'kk', width: 1280 });
    if (stop.role) await signIn(page, platform, cast.people[stop.role]);
    // Signing in leads to a page, which may still be asking.
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      if (request.resourceType() === 'fetch') asked.push(pathname + search);
    });
    await page.goto(platform.url + stop.at(cast));
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    const wanted = ((await page.locator('html').getAttribute('data-asks')) ?? '').split(' ').filter(Boolean);
    expect(wanted).toHaveLength(firstLoads[stop.path]?.asks?.length ?? 0);
    // The header asks for the name, too.
    for (const address of wanted.filter((each) => !each.includes('{') && each !== '/account'))
      expect([address, asked.filter((each) => each === address).length]).toEqual([address, 1]);
    expect(await page.evaluate('[...(globalThis.early?.keys() ?? [])]')).toEqual([]);
    await context.close();
  });

  it('has lost nothing where the visit before was long ago: the token is renewed first, once', async () => {
    const { context, page } = await visit(browser, { language: 'ru', width: 390 });
    await signIn(page, platform, cast.people['applicant']);
    await page.evaluate(
      `localStorage.setItem('session', JSON.stringify({ ...JSON.parse(localStorage.getItem('session')), access: undefined }))`,
    );
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'fetch') asked.push(new URL(request.url()).pathname);
    });
    await page.goto(`${platform.url}/app/requests`);
    await page.locator('.rows > li').first().waitFor();
    expect(asked.filter((each) => each === '/sessions/refresh').length).toBe(1);
    expect(asked.filter((each) => each === '/requests').length).toBe(1);
    await context.close();
  });
});
