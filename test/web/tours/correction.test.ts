import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { correctionRules } from '../../../lib/domain/correction/rules.ts';
import { noticeTexts } from '../../../lib/domain/notice/texts.ts';
import { correctionTexts } from '../../../web/texts/correction.ts';
import { requestTexts } from '../../../web/texts/request.ts';
import { verifyTexts } from '../../../web/texts/verify.ts';
import { issue } from '../../flows/correction-scene.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { actor } from '../../flows/scene.ts';
import { bringKey } from '../browser/desk.ts';
import { hasBrowser, openBrowser, visit } from '../browser/open-browser.ts';
import { findFaults, settle } from './look.ts';
import { signIn, sit, type Seat } from './staff-cast.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

const platform = new RunningPlatform();
const languages = ['ru', 'kk'] as const;
let browser: Browser;
let number: string;
let document: string;
let id: string;
let heads: Record<'kk' | 'ru', Seat>;
let citizens: Record<'kk' | 'ru', Awaited<ReturnType<typeof visit>>>;
beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start()]);
  const [author, officer, head] = await Promise.all(
    (['applicant-azamat', 'officer-serik', 'head-bakyt'] as const).map((slug) => actor(platform, slug)),
  );
  id = await issue(platform, author!, officer!, head!);
  const request = await author!.client.get<{ number: string; output: { number: string } }>(`/requests/${id}`);
  ({ number } = request);
  document = request.output.number;
  const path = `/app/status?number=${number}`;
  const seat = (language: 'kk' | 'ru', width: number) =>
    sit(browser, platform, { slug: 'head-bakyt', language, width, path });
  heads = { kk: await seat('kk', 320), ru: await seat('ru', 1280) };
  citizens = { kk: await enterAs('kk', 320), ru: await enterAs('ru', 1280) };
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

const enterAs = async (language: 'kk' | 'ru', width: number) => {
  const citizen = await visit(browser, { language, width, touch: width < 800 });
  await signIn(citizen.page, platform, 'applicant-azamat');
  return citizen;
};
const isWell = async ({ context, page }: Pick<Seat, 'context' | 'page'>, touches = false) => {
  await settle(page);
  expect(await findFaults(context, page, touches)).toEqual([]);
};
const explanation = 'В фамилии пропущена буква.';

/** Fills the head's form in, up to the words to sign. */
async function fill({ page }: Seat, language: 'kk' | 'ru', way: 'correct' | 'withdraw') {
  const button = (text: string) => page.locator('#correct .button', { hasText: text });
  await page.locator('button', { hasText: correctionTexts.title[language] }).click();
  await page.locator('#correct h3:focus').waitFor();
  await page.locator('#correct label', { hasText: correctionTexts[way][language] }).click();
  await page.locator('#correct label', { hasText: correctionRules.grounds.slip[language] }).click();
  await page.fill('#correct textarea', explanation);
  await button(correctionTexts.goOn[language]).click();
}

inBrowser(named('an issued document that is wrong'), () => {
  it.each(languages)('is withdrawn or corrected on the page of its status by the head (%s)', async (language) => {
    const { page } = heads[language];
    await page.goto(`${platform.url}/app/status?number=${number}`);
    const opener = page.locator('button', { hasText: correctionTexts.title[language] });
    await opener.click();
    await page.locator('#correct .button', { hasText: correctionTexts.goOn[language] }).click();
    await page.locator('#correct .fault').nth(2).waitFor();
    await isWell(heads[language]);
    await page.locator('#correct .link', { hasText: correctionTexts.stay[language] }).click();
    await page.locator('button:focus', { hasText: correctionTexts.title[language] }).waitFor();
    await fill(heads[language], language, 'correct');
    await page.locator('.both [lang=kk]', { hasText: 'орнына жаңасы берілсін' }).waitFor();
    await page.locator('.both [lang=ru]', { hasText: explanation }).waitFor();
    await page.locator('.ways').waitFor();
    await isWell(heads[language]);
  });

  it('by the signed word; then another one may be made in its place', async () => {
    const { page } = heads.ru;
    await page.goto(`${platform.url}/app/status?number=${number}`);
    await fill(heads.ru, 'ru', 'withdraw');
    await page.locator('.ways').waitFor();
    await bringKey(page, platform, 'head-bakyt', 'gostKeyFile');
    await page.locator('.way .buttons .button', { hasText: correctionTexts.sign.ru }).click();
    await page.locator('.notice.success', { hasText: correctionTexts.withdrawn.ru }).waitFor();
    await page.locator('button', { hasText: correctionTexts.title.ru }).waitFor();
    await isWell(heads.ru);
  });

  it.each(languages)(
    'the applicant reads that it was withdrawn, since when and why, and still opens it (%s)',
    async (language) => {
      const { page } = citizens[language];
      await page.goto(`${platform.url}/app/requests/${id}`);
      await page.locator('h2', { hasText: requestTexts.recalled[language] }).waitFor();
      await page.locator('p.small', { hasText: correctionRules.grounds.slip[language] }).first().waitFor();
      await page.locator('p.small', { hasText: explanation }).waitFor();
      await page.locator('button.link', { hasText: requestTexts.pdf[language] }).waitFor();
      await page.locator('.rows h3', { hasText: noticeTexts['output-withdrawn'].subject[language] }).waitFor();
      await isWell(citizens[language], language === 'kk');
    },
  );

  it.each(languages)(
    'anybody who verifies it reads when, why and by whom, and not the explanation (%s)',
    async (language) => {
      const { page } = citizens[language];
      await page.goto(`${platform.url}/app/verify?number=${document}`);
      await page.locator('dt', { hasText: verifyTexts.withdrawnBy[language] }).waitFor();
      await page.locator('dd', { hasText: correctionRules.grounds.slip[language] }).waitFor();
      expect(await page.locator('main').innerText()).not.toContain(explanation);
      await isWell(citizens[language], language === 'kk');
    },
  );

  it('after a correction the cabinet has the former document, marked', async () => {
    const { page } = heads.ru;
    await fill(heads.ru, 'ru', 'correct');
    await page.locator('.ways').waitFor();
    await bringKey(page, platform, 'head-bakyt', 'gostKeyFile');
    await page.locator('.way .buttons .button', { hasText: correctionTexts.sign.ru }).click();
    await page.locator('.notice.success', { hasText: correctionTexts.corrected.ru }).waitFor();
    for (const language of languages) {
      const citizen = citizens[language].page;
      await citizen.goto(`${platform.url}/app/requests/${id}`);
      await citizen.locator('p.small', { hasText: requestTexts.former[language] }).waitFor();
      await citizen.locator('button.link', { hasText: requestTexts.pdf[language] }).waitFor();
      await isWell(citizens[language], language === 'kk');
    }
  });

  it('and nobody has met an error or a breach of the policy', () => {
    expect([heads.kk, heads.ru, citizens.kk, citizens.ru].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
