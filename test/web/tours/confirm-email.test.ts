import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { accountTexts, confirmEmailTexts as texts } from '../../../web/texts/account.ts';
import { mailed } from '../../flows/mailed-scene.ts';
import { operate } from '../../flows/operator.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { hasBrowser, openBrowser, visit } from '../browser/open-browser.ts';
import { findFaults, settle } from './look.ts';
import { signIn } from './staff-cast.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

const platform = new RunningPlatform();
let browser: Browser;
beforeAll(async () => {
  if (hasBrowser) [browser] = await Promise.all([openBrowser(), platform.start()]);
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

/** The code in the letter to an address. */
async function codeFor(email: string): Promise<string> {
  const [letter = ''] = await mailed(platform, email);
  return /Код: (\d{6})/.exec(letter)?.[1] ?? '';
}

inBrowser(named('an address of e-mail'), () => {
  it.each([
    ['ru', 1280, 'applicant-azamat'],
    ['kk', 375, 'applicant-aigul'],
  ] as const)(
    'is the account’s own once the code from the letter was typed in (%s, %i px)',
    async (language, width, slug) => {
      const { context, page } = await visit(browser, { language, width, touch: width < 800 });
      const isWell = async () => {
        await settle(page);
        expect(await findFaults(context, page, false)).toEqual([]);
      };
      await signIn(page, platform, slug);
      await page.goto(`${platform.url}/app/account`);
      const email = `new-${language}@demo.localhost`;
      await page.fill('#email', email);
      await page.locator('button', { hasText: accountTexts.save[language] }).click();
      const asked = page.locator('#confirm-email');
      await asked.getByText(email).waitFor();
      await isWell();
      const operator = await operate(platform);
      await operator.run('sweep');
      operator.close();
      await page.reload();
      await asked.locator('button', { hasText: texts.confirm[language] }).click();
      await asked.locator('.fault').first().waitFor();
      const code = await codeFor(email);
      await asked.locator('input').fill(code === '000000' ? '000001' : '000000');
      await asked.locator('button', { hasText: texts.confirm[language] }).click();
      await asked.locator('.notice.error').waitFor();
      await isWell();
      await asked.locator('input').fill(code);
      await asked.locator('button', { hasText: texts.confirm[language] }).click();
      await asked.waitFor({ state: 'detached' });
      expect(await page.locator('#email').inputValue()).toBe(email);
      await isWell();
      await context.close();
    },
  );
});
