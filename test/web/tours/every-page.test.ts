import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { hasBrowser, openBrowser, visit } from '../browser/open-browser.ts';
import { gatherCast, type Cast } from './cast.ts';
import { findFaults, move, nameOf, settle } from './look.ts';
import { signIn } from './staff-cast.ts';
import { stops } from './stops.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

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

const visitors = [
  { language: 'ru', width: 1280, touch: false },
  { language: 'kk', width: 360, touch: true },
] as const;
const roles = [...new Set(stops.map(({ role }) => role))];

inBrowser.each(visitors.flatMap((visitor) => roles.map((role) => ({ ...visitor, role }))))(
  named('pages of $role, in $language on $width pixels'),
  ({ role, language, ...screen }) => {
    let context: BrowserContext;
    let page: Page;
    let complaints: readonly string[];
    beforeAll(async () => {
      ({ context, page, complaints } = await visit(browser, { language, ...screen }));
      if (role) await signIn(page, platform, cast.people[role]);
    });
    afterAll(() => context?.close());

    it.each(stops.filter((stop) => stop.role === role))(
      '$page has a title and the right focus, and is accessible',
      async ({ at, shows, focus: wanted }) => {
        await page.goto(`${platform.url}/app/nowhere`);
        await settle(page);
        await move(page, at(cast));
        await page.locator(shows).first().waitFor();
        await settle(page);
        const { title, headings, language: spoken, focus } = await nameOf(page);
        expect(headings).toEqual([expect.stringMatching(/\p{L}{2}/u)]);
        expect([title, spoken]).toEqual([`${headings[0]} — e-akimat`, language]);
        expect(focus).toBe(wanted);
        expect(await findFaults(context, page, screen.touch)).toEqual([]);
      },
    );

    it('have no errors and no violations of the content security policy', () => {
      expect(complaints).toEqual([]);
    });
  },
);
