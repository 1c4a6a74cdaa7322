import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { hasBrowser, openBrowser, visit } from '../browser/open-browser.ts';
import { gatherCast, type Cast } from './cast.ts';
import { findFaults, move, nameOf, settle } from './look.ts';
import { employ, signIn } from './staff-cast.ts';
import { stops, type Stop } from './stops.ts';

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

/** What happens to a page's requests to the API. */
const lines = {
  cut: (route: Route) => route.abort(),
  fails: (route: Route) =>
    route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"code":"server/failed"}' }),
};

/** Holds a page's requests until they are answered or failed. */
async function hold(page: Page) {
  let then: ((route: Route) => Promise<void>) | undefined;
  const held: Route[] = [];
  const answer = async (route: Route) => {
    const isAsked = route.request().resourceType() === 'fetch' && !route.request().url().endsWith('/sessions/refresh');
    if (!isAsked) return route.continue();
    if (then) return then(route);
    held.push(route);
    return undefined;
  };
  await page.route('**/*', answer);
  return {
    count: () => held.length,
    let: async (line: keyof typeof lines) => {
      then = lines[line];
      await Promise.all(held.splice(0).map(then));
    },
    end: () => page.unroute('**/*', answer),
  };
}

/** Pages that contain all their words. */
const askNothing = [
  'sign-in',
  'register',
  'verify',
  'help',
  'accessibility',
  'privacy',
  'staff/status',
  'staff/outbox',
  'staff/search',
  'result',
  'not-mine',
  'staff/open-account',
  'missing',
  'denied',
];
/** The first of the stops that show the same page. */
const pages: readonly Stop[] = [...new Map(stops.toReversed().map((stop) => [stop.page, stop])).values()]
  .filter(({ page }) => !askNothing.includes(page))
  .toReversed();

inBrowser.each([
  { language: 'ru', width: 1280, touch: false, line: 'cut' },
  { language: 'kk', width: 360, touch: true, line: 'fails' },
] as const)(named('a page whose line $line, in $language on $width pixels'), ({ line, language, ...screen }) => {
  const seats = new Map<string, Promise<{ context: BrowserContext; page: Page }>>();
  /** A role's browser, opened when it is first needed; later requests need no fresh token. */
  const seatOf = (role: Stop['role']) => {
    const open = async () => {
      const seat = await visit(browser, { language, ...screen });
      if (role) await signIn(seat.page, platform, cast.people[role]);
      else await seat.page.goto(`${platform.url}/app/help`);
      return seat;
    };
    const known = seats.get(String(role)) ?? open();
    seats.set(String(role), known);
    return known;
  };
  afterAll(async () => {
    for (const seat of seats.values()) await (await seat).context.close();
  });

  it.each(pages)(
    '$page has its title while it waits, reports a failure, and loads when asked again',
    async ({ role, at, shows }) => {
      const { context, page } = await seatOf(role);
      await page.goto(`${platform.url}/app/help`);
      await settle(page);
      const again = page.locator('[role=alert] .link');
      /** All at once, because a page may have asked again by itself. */
      const press = () =>
        page.evaluate("document.querySelectorAll('[role=alert] .link').forEach((each) => each.click())");
      const api = await hold(page);
      try {
        await move(page, at(cast));
        await page.locator('.waiting i').first().waitFor();
        expect(api.count()).toBeGreaterThan(0);
        const { title, headings, focus } = await nameOf(page);
        expect(headings).toEqual([expect.stringMatching(/\p{L}{2}/u)]);
        expect([title, focus]).toEqual([`${headings[0]} — e-akimat`, 'h1']);
        expect(await findFaults(context, page, screen.touch)).toEqual([]);
        await api.let(line);
        await again.first().waitFor();
        await settle(page);
        expect(await findFaults(context, page, screen.touch)).toEqual([]);
      } finally {
        await api.end();
      }
      for (let asked = 0; asked < 3; asked += 1) {
        await press();
        await settle(page);
      }
      await page.locator(shows).first().waitFor();
    },
  );
});

/** What a person without any content sees. */
const empty = [
  ['applicant', undefined, '/', '.rows'],
  ['applicant', undefined, '/app/requests', '.card.quiet'],
  ['applicant', undefined, '/app/requests?list=drafts', '.card.quiet'],
  ['applicant', undefined, '/app/requests?list=finished', '.card.quiet'],
  ['applicant', undefined, '/app/notices', 'main .content p'],
  ['mio-head', 'akmola-employment-akkol', '/app/hand-over', '.nothing'],
  ['mio-head', 'akmola-employment-akkol', '/app/places', '.nothing'],
  ['mio-head', 'akmola-employment-akkol', '/app/filed', '.nothing'],
  ['mio-head', 'south-kazakhstan-education-shymkent', '/app/hand-over', '.nothing'],
  ['akim', 'akmola-akim-002', '/app/work', '.nothing'],
  ['akim', 'akmola-akim-002', '/app/filed', '.nothing'],
] as const;

inBrowser.each([
  { language: 'kk', width: 1280, touch: false },
  { language: 'ru', width: 360, touch: true },
] as const)(named('who has nothing yet, in $language on $width pixels'), ({ language, ...screen }) => {
  const newcomers = new Map<string, Promise<string>>();
  const newcomer = (role: (typeof empty)[number][0], office = '') => {
    const known = newcomers.get(role + office) ?? employ(platform, role, office);
    newcomers.set(role + office, known);
    return known;
  };
  it.each(empty)('as %s of %s reads so at %s', async (role, office, at, shows) => {
    const { context, page } = await visit(browser, { language, ...screen });
    await signIn(page, platform, await newcomer(role, office));
    await page.goto(platform.url + at);
    await page.locator(shows).first().waitFor();
    await settle(page);
    expect(await findFaults(context, page, screen.touch)).toEqual([]);
    await context.close();
  });
});

inBrowser(named('a part of a page whose script does not load'), () => {
  it('says so, and is there after the page is loaded again', async () => {
    const { context, page, complaints } = await visit(browser, { language: 'kk', width: 1280 });
    // The service worker would have the script already.
    await page.addInitScript('delete Navigator.prototype.serviceWorker');
    await signIn(page, platform, cast.people.applicant);
    const scripts = '**/assets/later-sign-panel-*';
    await page.route(scripts, (route) => route.abort());
    await page.goto(`${platform.url}/app/requests/${cast.draft}/check`);
    const again = page.locator('[role=alert] .link');
    await again.waitFor();
    await settle(page);
    expect(await findFaults(context, page, false)).toEqual([]);
    await page.unroute(scripts);
    await again.click();
    await page.locator('.ways').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
