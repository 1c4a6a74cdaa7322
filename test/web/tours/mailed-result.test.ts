import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { demoIin } from '../../../lib/local/demo/demo-number.ts';
import { problems } from '../../../lib/domain/problem/codes.ts';
import { mailingWords } from '../../../lib/domain/mailing/words.ts';
import { notMineTexts } from '../../../web/texts/not-mine.ts';
import { mailedTexts } from '../../../web/texts/mailed-result.ts';
import { keyIn, mailed, visitor, wanted } from '../../flows/mailed-scene.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { findBarriers, hasBrowser, openBrowser, sideways, visit } from '../browser/open-browser.ts';
import { sit } from './staff-cast.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

const platform = new RunningPlatform();
let browser: Browser;
let id: string;
let key: string;
let letter: string;
beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start()]);
  ({ id } = await wanted(platform));
  key = keyIn((await mailed(platform))[0] ?? '');
  letter = keyIn((await mailed(platform, visitor.email))[0] ?? '');
});
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

inBrowser(named('a result that came by e-mail'), () => {
  it('its office sees that it is on its way', async () => {
    const seat = await sit(browser, platform, {
      slug: 'officer-serik',
      language: 'ru',
      width: 1280,
      path: `/app/work/${id}`,
    });
    await seat.page.locator('#task .notice', { hasText: mailingWords.sent.ru }).waitFor();
    expect(await seat.barriers()).toEqual([]);
    expect(seat.complaints).toEqual([]);
    await seat.context.close();
  });

  it.each([
    { language: 'kk', width: 390 },
    { language: 'ru', width: 1280 },
  ] as const)('is opened by the IIN, in $language on $width pixels', async ({ language, width }) => {
    const { context, page, complaints } = await visit(browser, { language, width });
    const barriers = async () => [
      ...(await findBarriers(context, page)),
      ...((await sideways(page)) > 0 ? ['wide'] : []),
    ];
    await page.goto(`${platform.url}/app/result#${key}`);
    const shoot = async (name: string) => {
      if (process.env['SHOTS'])
        await page.screenshot({ path: `${process.env['SHOTS']}/${name}-${language}.png`, fullPage: true });
    };
    await page.locator('#iin').waitFor();
    expect(await barriers()).toEqual([]);
    await page.keyboard.press('Tab');
    await page.fill('#iin', demoIin('1980-01-01', 'female', 47));
    await page.keyboard.press('Enter');
    const left = problems['mailing/wrong-iin'][language].split('{')[0]!;
    await page.getByText(left).waitFor();
    expect(await barriers()).toEqual([]);
    await shoot('wrong');
    await page.fill('#iin', visitor.iin);
    await page.keyboard.press('Enter');
    const file = page.getByRole('link', { name: mailedTexts.document[language] });
    await file.waitFor();
    expect(await barriers()).toEqual([]);
    await shoot('open');
    const pdf = await fetch((await file.getAttribute('href'))!);
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(complaints.filter((text) => !text.includes('403'))).toEqual([]);
    await context.close();
  });

  it('an address that was cut off says what to do', async () => {
    const { context, page } = await visit(browser, { language: 'ru', width: 390 });
    await page.goto(`${platform.url}/app/result`);
    await page.getByText(mailedTexts.noKey.ru).waitFor();
    expect(await findBarriers(context, page)).toEqual([]);
    await page.goto(`${platform.url}/app/result#${key.slice(0, -3)}`);
    await page.reload();
    await page.fill('#iin', visitor.iin);
    await page.keyboard.press('Enter');
    await page.getByText(problems['mailing/unknown'].ru).waitFor();
    await context.close();
  });
});

inBrowser(named('letters that come to the wrong person'), () => {
  it.each([
    { language: 'kk', width: 320 },
    { language: 'ru', width: 1280 },
  ] as const)(
    'are ended by one press, in $language on $width pixels; again changes nothing',
    async ({ language, width }) => {
      const { context, page, complaints } = await visit(browser, { language, width });
      await page.goto(`${platform.url}/app/not-mine#${letter}`);
      const press = page.getByRole('button', { name: notMineTexts.disown[language] });
      await press.waitFor();
      expect([...(await findBarriers(context, page)), await sideways(page)]).toEqual([0]);
      if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/not-mine-${language}.png` });
      await press.focus();
      await page.keyboard.press('Enter');
      await page.getByText(notMineTexts.done[language]).waitFor();
      expect(await page.evaluate('document.activeElement?.textContent')).toBe(notMineTexts.done[language]);
      expect(await findBarriers(context, page)).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it('an address that was cut off, or that nobody mailed, says so', async () => {
    const { context, page } = await visit(browser, { language: 'ru', width: 390 });
    await page.goto(`${platform.url}/app/not-mine`);
    await page.getByText(notMineTexts.noKey.ru).waitFor();
    await page.goto(`${platform.url}/app/not-mine#${letter.slice(0, -3)}`);
    await page.reload();
    await page.getByRole('button', { name: notMineTexts.disown.ru }).click();
    await page.getByText(problems['mailing/unknown'].ru).waitFor();
    expect(await findBarriers(context, page)).toEqual([]);
    await context.close();
  });
});
