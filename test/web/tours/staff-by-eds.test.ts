import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { problems } from '../../../lib/domain/problem/codes.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { hasBrowser, openBrowser, visit } from '../browser/open-browser.ts';
import { findFaults, settle } from './look.ts';
import { signIn } from './staff-cast.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

/** With a deployment's rule. */
const platform = new RunningPlatform();
let browser: Browser;
beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start(0, '--staff-eds')]);
});
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

inBrowser.each([
  { slug: 'officer-serik', path: '/app/work', language: 'ru', width: 1280, touch: false },
  { slug: 'administrator-madina', path: '/app/staff', language: 'kk', width: 390, touch: true },
] as const)(named('$slug, in $language on $width pixels'), ({ slug, path, language, touch, width }) => {
  let context: BrowserContext;
  let page: Page;
  let complaints: readonly string[];
  beforeAll(async () => {
    ({ context, page, complaints } = await visit(browser, { language, touch, width }));
  });
  afterAll(() => context?.close());
  const isWell = async () => {
    await settle(page);
    expect(await findFaults(context, page, touch)).toEqual([]);
  };
  const said = problems['session/eds-needed'][language];

  it('who entered by password is shown no work, but their own account', async () => {
    await signIn(page, platform, slug);
    await page.goto(`${platform.url}${path}`);
    await page.locator('main [role=alert]', { hasText: said }).waitFor();
    await isWell();
    await page.goto(`${platform.url}/app/account`);
    await page.locator('.facts').first().waitFor();
    expect(await page.locator('main [role=alert]').count()).toBe(0);
    await isWell();
  });

  it('goes from there to the EDS and comes back to the work', async () => {
    await page.goto(`${platform.url}${path}`);
    await page.locator('main [role=alert] a').click();
    await page.waitForURL(/\/app\/sign-in\?to=/);
    await page.locator('.panel button').click();
    await page.locator('.ways label', { hasText: '.p12' }).click();
    const { gostKeyFile, keyPassword } = platform.person(slug);
    await page.setInputFiles('.way input[type=file]', join(platform.demoDir, gostKeyFile));
    await page.fill('#key-password', keyPassword);
    await page.locator('.way .buttons .button').click();
    await page.waitForURL(`${platform.url}${path}`);
    await settle(page);
    expect(await page.locator('main [role=alert]').count()).toBe(0);
    await isWell();
  });

  it('has met no error and no breach of the policy', () => {
    expect(complaints).toEqual([]);
  });
});
