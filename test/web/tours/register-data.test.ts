import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { addressFile, readAddress } from '../../../lib/local/stand-ins/address-file.ts';
import { changeMood } from '../../../lib/local/stand-ins/ask-moods.ts';
import { registerTexts } from '../../../web/texts/register-data.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { findBarriers, hasBrowser, openBrowser, sideways, visit } from '../browser/open-browser.ts';
import { signIn } from './staff-cast.ts';

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

const spoil = async (mood: 'ok' | 'down' | 'unknown') => {
  const url = readAddress(addressFile(join(platform.dataDir)));
  await changeMood(url!, 'gbd-fl', { mood });
};

const visitors = [
  { language: 'ru', width: 1280 },
  { language: 'kk', width: 390 },
] as const;

inBrowser.each(visitors)(named('a form that a register fills, in $language on $width pixels'), (visitor) => {
  const { language } = visitor;
  const say = (text: { readonly kk: string; readonly ru: string }) => text[language];

  it('is filled after consent, marked, corrected by hand, and survives a silent register', async () => {
    await spoil('ok');
    const { page, complaints, context } = await visit(browser, visitor);
    await signIn(page, platform, 'applicant-azamat');
    await page.goto(`${platform.url}/app/services/mangystau-targeted-social-assistance/apply`);
    await page.getByRole('button', { name: say(registerTexts.agree) }).click();
    await page.locator('.source').first().waitFor();
    expect(await page.inputValue('#surname')).toBe('Демо');
    expect(await findBarriers(context, page)).toEqual([]);
    expect(await sideways(page)).toBe(0);

    await page.fill('#surname', 'Сынақ');
    await page.locator('#phone').focus();
    await page.getByText(say(registerTexts.byHand)).first().waitFor();

    await spoil('down');
    await page.getByRole('button', { name: say(registerTexts.again) }).click();
    await page
      .locator('.notice.warning', { hasText: say(registerTexts.silentAgain).split('{at}')[1]!.trim() })
      .waitFor();
    expect(await page.inputValue('#surname')).toBe('Сынақ');

    const id = new URL(page.url()).pathname.split('/').at(-2);
    await page.goto(`${platform.url}/app/requests/${id}/check`);
    await page.getByText(say(registerTexts.byHand)).waitFor();
    expect(await page.locator('.source').count()).toBeGreaterThan(5);
    expect(await sideways(page)).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says that the register does not know somebody, and takes no for an answer', async () => {
    await spoil('unknown');
    const { page, context } = await visit(browser, visitor);
    await signIn(page, platform, 'applicant-aigul');
    await page.goto(`${platform.url}/app/services/mangystau-disabled-child-support/apply`);
    await page.getByRole('button', { name: say(registerTexts.decline) }).click();
    await page.getByText(say(registerTexts.declined)).waitFor();
    await page.getByRole('button', { name: say(registerTexts.agree) }).click();
    await page.locator('section .notice.warning').waitFor();
    expect(await page.inputValue('#surname')).toBe('');
    await context.close();
  });
});
