import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { actor, certificate, draftOf, submit, workOf } from '../../flows/scene.ts';
import { hasBrowser, openBrowser, visit } from '../browser/open-browser.ts';
import { findFaults, settle } from './look.ts';
import { signIn, sit } from './staff-cast.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

/** More than a page of the API has. */
const LINES = 101;
const AT_ONCE = 4;

const platform = new RunningPlatform();
let browser: Browser;
beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start(0, '--unthrottled')]);
  const citizen = await actor(platform, 'applicant-azamat');
  const officer = await actor(platform, 'officer-serik');
  const ids: string[] = [];
  const file = async () => {
    while (ids.length < LINES) {
      const at = ids.push('') - 1;
      const draft = await draftOf(citizen, certificate('south-kazakhstan-employment-shymkent'));
      ids[at] = draft.id;
      await submit(citizen, draft);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, file));
  for (const id of ids) await workOf(officer, id);
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

inBrowser(named('a queue of more than a hundred lines'), () => {
  it.each([
    { language: 'ru', width: 1280 },
    { language: 'kk', width: 390 },
  ] as const)(
    'is counted whole and gone through by pages, and the search finds its last line, in $language',
    async ({ language, width }) => {
      const { page, context } = await sit(browser, platform, { slug: 'officer-serik', language, width });
      const lines = page.locator('.queue tbody tr');
      await lines.first().waitFor();
      // The counts come after the lines.
      await page.locator('.tabs a', { hasText: / 101$/ }).first().waitFor();
      expect(await lines.count()).toBe(25);
      await settle(page);
      expect(await findFaults(context, page, false)).toEqual([]);
      const seen = new Set(await page.locator('.queue a.nowrap').allInnerTexts());
      const [first] = seen;
      for (let next = 2; next <= 5; next += 1) {
        await page.locator('.pager a').last().click();
        await page.locator('.queue a.nowrap', { hasText: [...seen].at(-1)! }).waitFor({ state: 'detached' });
        await lines.first().waitFor();
        expect(await page.evaluate('document.activeElement.localName')).toBe('h1');
        for (const number of await page.locator('.queue a.nowrap').allInnerTexts()) seen.add(number);
      }
      expect(await lines.count()).toBe(1);
      expect(seen.size).toBe(LINES);
      await page.goBack();
      await lines.nth(24).waitFor();
      await page.locator('.pager a').first().click();
      await page.locator('.queue a.nowrap', { hasText: first! }).waitFor();
      expect(page.url()).toBe(`${platform.url}/app/work`);
      // On its page nothing of it is shown, wherever else it stands.
      await page.fill('#find', '000101');
      await page.locator('.nothing').waitFor();
      await page.locator('.filters a').click();
      await page.fill('#number', 'SK-UC-2026-000101');
      await page.keyboard.press('Enter');
      await lines.first().waitFor();
      expect(await page.locator('.queue a.nowrap').allInnerTexts()).toEqual(['SK-UC-2026-000101']);
      await context.close();
    },
  );

  it('is long for the citizen too, who is shown more on asking', async () => {
    const { page, context } = await visit(browser, { language: 'kk', width: 390, touch: true });
    await signIn(page, platform, 'applicant-azamat');
    await page.goto(`${platform.url}/app/requests`);
    const lines = page.locator('.rows > li');
    await lines.first().waitFor();
    const more = page.locator('.content > .button.second');
    for (let seen = await lines.count(); (await more.count()) > 0; seen = await lines.count()) {
      await more.click();
      await lines.nth(seen).waitFor();
    }
    expect(await lines.count()).toBe(LINES);
    await settle(page);
    expect(await findFaults(context, page, true)).toEqual([]);
    await context.close();
  });
});
