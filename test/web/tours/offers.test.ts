import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { eventWords } from '../../../lib/domain/request/event-words.ts';
import { register, type Queued } from '../../flows/queue-scene.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { signByKeyboard, tabTo } from '../browser/desk.ts';
import { hasBrowser, openBrowser, visit } from '../browser/open-browser.ts';
import { findFaults } from './look.ts';
import { signIn, sit, type Seat } from './staff-cast.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

const platform = new RunningPlatform();
let browser: Browser;
let queued: Queued;
let officer: Seat;
let citizen: { context: BrowserContext; page: Page; complaints: readonly string[] };
beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start()]);
  queued = await register(platform, 'portal');
  const place = { slug: 'officer-zhanar', language: 'ru', width: 1280, path: '/app/places' } as const;
  officer = await sit(browser, platform, place);
  citizen = await visit(browser, { language: 'kk', width: 390 });
  await signIn(citizen.page, platform, 'applicant-azamat');
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

/** Both by the keyboard alone, the citizen with a key of GOST. */
const offerPlace = async (organisation: string) => {
  const { page } = officer;
  await page.goto(`${platform.url}/app/places`);
  await page.locator('.rows > li').first().waitFor();
  await tabTo(page, '.rows button');
  await page.keyboard.press('Enter');
  await page.locator('#organisation').waitFor();
  await tabTo(page, 'form .buttons .button');
  await page.keyboard.press('Enter');
  await page.locator('.summary').waitFor();
  expect(await findFaults(officer.context, page, false)).toEqual([]);
  await page.locator('.summary a').first().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type(organisation);
  await tabTo(page, '.dates input');
  for (const part of ['11', '01', '2027']) {
    await page.keyboard.type(part);
    await page.keyboard.press('Tab');
  }
  await tabTo(page, 'form .buttons .button');
  await page.keyboard.press('Enter');
  await page.locator('.notice.success').waitFor();
  // The offer is open: there is nothing more to offer to whoever has not answered.
  await page.locator('.rows > li', { hasText: organisation }).waitFor();
  expect(await page.locator('.rows button').count()).toBe(0);
  expect(await findFaults(officer.context, page, false)).toEqual([]);
};
const answerIt = async (organisation: string, said: 'accepted' | 'declined') => {
  const { page, context } = citizen;
  await page.goto(`${platform.url}/app/requests`);
  await page.locator('.rows .notice a').waitFor();
  await tabTo(page, '.rows .notice a');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/offer');
  await page.getByText(organisation).waitFor();
  await tabTo(page, '[name=answer]');
  await page.keyboard.press('Space');
  if (said === 'declined') await page.keyboard.press('ArrowDown');
  // What is signed stands there in both languages.
  await page.locator('.both [lang=ru] p').nth(1).waitFor();
  await page.locator('.ways').waitFor();
  expect(await findFaults(context, page, false)).toEqual([]);
  await signByKeyboard(page, platform, 'applicant-azamat', 'gostKeyFile');
  await page.waitForURL(`**/app/requests/${queued.id}`);
  await page
    .locator('.steps li', { hasText: eventWords[`offer-${said}`].kk })
    .first()
    .waitFor();
  expect(await findFaults(context, page, false)).toEqual([]);
};

inBrowser(named('a place in a kindergarten'), () => {
  it('is offered to who waits, and seen to be offered', async () => offerPlace('Балбөбек № 1 (демо)'), 120_000);
  it('is declined under a signature', async () => answerIt('Балбөбек № 1 (демо)', 'declined'), 120_000);
  it('is offered anew', async () => offerPlace('Балбөбек № 2 (демо)'), 120_000);
  it('is accepted under a signature', async () => answerIt('Балбөбек № 2 (демо)', 'accepted'), 120_000);

  it('and nobody has met an error or a breach of the policy', () => {
    expect([officer.complaints, citizen.complaints]).toEqual([[], []]);
  });
});
